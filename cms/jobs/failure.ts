import { isStorageFull } from '#cms/storage.ts'

/** Why a build failed, as far as somebody can do something about it. */
export const failureKinds = [
  'content',
  'keys',
  'disk',
  'time',
  'memory',
  'cms',
  'interrupted',
  'other',
] as const
export type FailureKind = (typeof failureKinds)[number]

export type Failure = {
  kind: FailureKind
  /** What the build refused, as `offices/slug`; empty for everything but `content`. */
  subject: string
  /** What the tools said, for whoever looks deeper. */
  detail: string
}

/** A build that failed. Its message is what the tools said. */
export class BuildFailure extends Error {
  readonly kind: FailureKind
  constructor(kind: FailureKind, detail: string) {
    super(detail)
    this.kind = kind
  }
}

/** What is looked for in what the tools printed, in this order. */
const signs: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'disk',
    /\b(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM|ENOTDIR)\b|no space left on device|disk quota exceeded|read-only file system/i,
  ],
  ['memory', /heap out of memory|\bENOMEM\b|allocation failed|cannot allocate memory/i],
  ['keys', /\bKey list: |not a key list of version|\/api\/lapor\/kunci answered/i],
  ['content', /^.*?[\w-]+ "[^"\n]*" does not fit its schema/m],
  ['cms', /fetch failed|\bECONN(?:REFUSED|RESET)\b|answered \d{3}; expected 200|aborted due to timeout/i],
]

/** The kind of failure that a tool's output shows. `signal`: what ended the tool, where it was not us. */
export function kindOf(output: string, signal: NodeJS.Signals | null = null): FailureKind {
  const sign = signs.find(([, pattern]) => pattern.test(output))
  if (sign) return sign[0]
  // The system ends what takes too much memory with SIGKILL, V8 itself with SIGABRT.
  return signal === 'SIGKILL' || signal === 'SIGABRT' ? 'memory' : 'other'
}

/** What is known of an error that ended a build. */
export function failureOf(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error)
  const kind = isStorageFull(error) ? 'disk' : error instanceof BuildFailure ? error.kind : kindOf(detail)
  return { kind, subject: kind === 'content' ? subjectOf(detail) : '', detail }
}

function subjectOf(detail: string): string {
  const [, collection = '', name = ''] = /([\w-]+) "([^"\n]*)" does not fit its schema/.exec(detail) ?? []
  return `${collection}/${name}`
}

/** The text that a build's row keeps: kind and subject in its first line, then the detail. */
export function failureText({ detail, kind, subject }: Failure): string {
  return `[${kind}] ${subject}\n${detail}`.slice(0, 4000)
}

/** Reads what `failureText` wrote; any other text is the detail of an unknown kind. */
export function readFailure(text: string): Failure {
  const [, kind, subject = ''] = /^\[([a-z]+)\] (.*)(?:\n|$)/.exec(text) ?? []
  const known = failureKinds.find(one => one === kind)
  if (!known) return { kind: 'other', subject: '', detail: text }
  return { kind: known, subject, detail: text.slice(text.indexOf('\n') + 1) }
}
