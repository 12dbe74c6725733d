import { createHmac } from 'node:crypto'
import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Payload, PayloadRequest } from 'payload'
import { sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import { collections } from '#src/slugs.ts'
import { dayOf } from './report-day.ts'
import { refuseReport } from './report-errors.ts'
import type { Proof } from './report-schema.ts'

/** A challenge can be solved for this long: time to copy the code by hand and still send without a second one. */
const LIFETIME_MS = 30 * 60_000
/** PBKDF2 iterations of one attempt. */
const COST = 5000
/** Attempts of a challenge when all is quiet: about 0.3 s on an office PC, one or two seconds on a cheap phone. */
const ATTEMPTS = { least: 60, most: 120 } as const
/** Sendings in the window that double the work, and how often it doubles at most. Nobody is ever refused. */
const WINDOW_MS = 10 * 60_000
const SENDINGS_PER_DOUBLING = 30
const MOST_DOUBLINGS = 5

/** Moments of recent sendings, of all callers together: in memory only, no address is looked at. */
const recent: number[] = []

/** How many times harder than quiet a challenge is at `now` (milliseconds): 1, 2, 4 … 32. */
export function difficulty(sendings: readonly number[], now: number): number {
  const count = sendings.filter(moment => now - moment < WINDOW_MS).length
  return 2 ** Math.min(MOST_DOUBLINGS, Math.floor(count / SENDINGS_PER_DOUBLING))
}

/** A new challenge (ALTCHA), signed so that the server need not remember it. */
export function newChallenge(payload: Payload) {
  const factor = difficulty(recent, Date.now())
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: factor * randomInt(ATTEMPTS.most, ATTEMPTS.least),
    deriveKey,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
    ...secrets(payload),
  })
}

/**
 * Checks a proof and uses it up in the transaction of `req`.
 * @throws FrontError 403 when it is wrong, too old, or was used before.
 */
export async function spendProof(payload: Payload, req: PayloadRequest, proof: Proof): Promise<void> {
  if (!(await isRight(payload, proof))) throw refuseReport('proof-refused')
  await spendOnce(payload, req, proof.challenge.signature)
}

/**
 * Uses up what proved a sending, in the transaction of `req`; only its hash is kept, until the day after.
 * @throws FrontError 403 when it was used before.
 */
export async function spendOnce(payload: Payload, req: PayloadRequest, proof: string): Promise<void> {
  const hash = sha256Hex(utf8(proof))
  const today = dayOf(new Date())
  const { totalDocs } = await payload.count({
    collection: collections.spentProofs,
    where: { proof: { equals: hash } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) throw refuseReport('proof-refused')
  const yesterday = dayOf(new Date(Date.now() - 24 * 60 * 60_000))
  await payload.delete({
    collection: collections.spentProofs,
    where: { day: { less_than: yesterday } },
    overrideAccess: true,
    req,
  })
  await payload.create({
    collection: collections.spentProofs,
    data: { proof: hash, day: today },
    overrideAccess: true,
    req,
  })
}

/** Counts a sending towards the difficulty of the next challenges. */
export function countSending(now = Date.now()): void {
  recent.push(now)
  while (recent[0] !== undefined && now - recent[0] >= WINDOW_MS) recent.shift()
}

async function isRight(payload: Payload, proof: Proof): Promise<boolean> {
  try {
    const options = { ...proof, deriveKey, ...secrets(payload) } as unknown as Parameters<
      typeof verifySolution
    >[0]
    return (await verifySolution(options)).verified
  } catch {
    return false
  }
}

function secrets(payload: Payload) {
  const derive = (label: string) =>
    createHmac('sha256', payload.secret).update(`lapor/altcha/${label}`).digest('hex')
  return { hmacSignatureSecret: derive('challenge'), hmacKeySignatureSecret: derive('key') }
}
