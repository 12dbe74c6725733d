import { createHmac } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Payload } from 'payload'
import { sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import { collections } from '#src/slugs.ts'
import { untilSettled } from './conflicts.ts'
import { FrontError } from './front.ts'
import { jakartaDay } from '#src/calendar.ts'
import { refuseReport } from './report-errors.ts'
import { createPrice, type Price } from './report-price.ts'
import type { Proof, Terms } from './report-schema.ts'

/** A challenge can be solved for this long. The phone asks once all is written, so only its solver needs the time: see `send.ts`. */
const LIFETIME_MS = 5 * 60_000
/** PBKDF2 iterations of one attempt. */
const COST = 5000
/** Attempts of a challenge when all is quiet: about 0.3 s on an office PC, one or two seconds on a cheap phone. */
const ATTEMPTS = { least: 60, most: 120 } as const

const prices = new WeakMap<Payload, Price>()

/** The price that this server asks now. */
export function priceOf(payload: Payload): Price {
  const price = prices.get(payload) ?? createPrice()
  prices.set(payload, price)
  return price
}

/** The refusal of a proof that holds too little work by now. It brings a dearer challenge, whose price is promised. */
export class ProofTooCheap extends FrontError {
  readonly challenge: Challenge
  constructor(challenge: Challenge) {
    const { status, code, texts } = refuseReport('proof-too-cheap')
    super(status, code, texts)
    this.challenge = challenge
  }
}

/** A new challenge (ALTCHA) at the price of now, signed so that the server need not remember it. */
export function newChallenge(payload: Payload): Promise<Challenge> {
  const price = priceOf(payload)
  const challenge = makeChallenge(payload, { price: price.at(), promised: null })
  price.countChallenge()
  return challenge
}

/**
 * Checks a proof without asking the database, then spends it on one sending (`sending`: its `sendingHash`). A proof goes on to
 * count for the sending that it was spent on, whatever the price has become: the same sending may come twice.
 * @throws FrontError 403 when it is wrong, too old, or was spent on something else; `ProofTooCheap` when the price has risen.
 */
export async function spendProof(payload: Payload, proof: Proof, sending: string): Promise<void> {
  const terms = await termsOf(payload, proof)
  if (terms === null || (terms.promised ?? sending) !== sending) throw refuseReport('proof-refused')
  const { signature } = proof.challenge
  const isStale = isOlderThan(proof, priceOf(payload).since)
  const isTooCheap = (price: number) => terms.promised === null && (isStale || terms.price < price)
  if (!(await spend(payload, signature, sending, { work: terms.price, isTooCheap }))) return
  throw new ProofTooCheap(await makeChallenge(payload, { price: priceOf(payload).at(), promised: sending }))
}

/**
 * Spends a token of hCaptcha on one sending. Tokens do not get dearer: each weighs as quiet work.
 * @throws FrontError 403 when it was spent on another.
 */
export async function spendToken(payload: Payload, token: string, sending: string): Promise<void> {
  await spend(payload, token, sending, { work: 1, isTooCheap: () => false })
}

/**
 * Whether a proof was traded. It counts before anything is awaited: what waits for the database has already moved the price.
 * @throws FrontError 403 when it was spent on another sending.
 */
async function spend(
  payload: Payload,
  proof: string,
  sending: string,
  { work, isTooCheap }: { work: number; isTooCheap: (price: number) => boolean },
): Promise<boolean> {
  const { price, settle } = priceOf(payload).count(proof, work)
  let isNew = false
  try {
    const row = await writeSpent(payload, proof, sending, isTooCheap(price))
    isNew = row.isNew
    return row.isTraded
  } finally {
    settle(isNew)
  }
}

/** Only the hash of what is spent is kept, until the day after. Whoever comes first decides whether it was traded. */
async function writeSpent(
  payload: Payload,
  proof: string,
  sending: string,
  isTraded: boolean,
): Promise<{ isNew: boolean; isTraded: boolean }> {
  const hash = sha256Hex(utf8(proof))
  await payload.delete({
    collection: collections.spentProofs,
    where: { day: { less_than: jakartaDay(new Date(Date.now() - 24 * 60 * 60_000)) } },
    overrideAccess: true,
  })
  return untilSettled(async () => {
    const { docs } = await payload.find({
      collection: collections.spentProofs,
      where: { proof: { equals: hash } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const row = docs[0] as unknown as { sending?: string | null; traded?: boolean | null } | undefined
    if (row === undefined) {
      await payload.create({
        collection: collections.spentProofs,
        data: { proof: hash, sending, traded: isTraded, day: jakartaDay() },
        overrideAccess: true,
      })
      return { isNew: true, isTraded }
    }
    if (row.sending !== sending) throw refuseReport('proof-refused')
    return { isNew: false, isTraded: row.traded === true }
  })
}

/** Whether a challenge was given out before `since` (milliseconds). It counts in seconds, and a part of one is let pass. */
function isOlderThan({ challenge }: Proof, since: number): boolean {
  return Number(challenge.parameters.expiresAt) * 1000 - LIFETIME_MS < since - 1000
}

function makeChallenge(payload: Payload, terms: Terms): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: terms.price * randomInt(ATTEMPTS.most, ATTEMPTS.least),
    data: terms,
    deriveKey,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
    ...secrets(payload),
  })
}

/** What a right proof says of its price, or null when the proof is wrong or too old. */
async function termsOf(payload: Payload, proof: Proof): Promise<Terms | null> {
  try {
    const options = { ...proof, deriveKey, ...secrets(payload) } as unknown as Parameters<
      typeof verifySolution
    >[0]
    return (await verifySolution(options)).verified ? proof.challenge.parameters.data : null
  } catch {
    return null
  }
}

function secrets(payload: Payload) {
  const derive = (label: string) =>
    createHmac('sha256', payload.secret).update(`lapor/altcha/${label}`).digest('hex')
  return { hmacSignatureSecret: derive('challenge'), hmacKeySignatureSecret: derive('key') }
}
