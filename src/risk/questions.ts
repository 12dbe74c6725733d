import type { IndicatorId } from './indicators.ts'

/**
 * One answer. With `sign` it is that sign, and its words are the sign's words. `unknown` marks "tidak tahu": it never
 * changes the level. Option ids are permanent within their question.
 */
export type Option = Readonly<{ id: string; sign?: IndicatorId; unknown?: true }>

/** One question with one idea. At most one option is chosen, so a question gives at most one sign. */
export type Question = Readonly<{ id: string; options: readonly [Option, ...Option[]] }>

const unknown = { id: 'tidak-tahu', unknown: true } as const
/** An option whose id is that of its sign. */
const sign = <Id extends IndicatorId>(id: Id) => ({ id, sign: id }) as const

/** The first question: it chooses the path. */
export const situation = {
  id: 'posisi',
  options: [{ id: 'belum' }, { id: 'bersama-perekrut' }, { id: 'di-luar-negeri' }, unknown],
} as const satisfies Question

/** Questions about an offer, in the order asked. Worst answers come first: a reader for whom two fit takes the upper one. */
export const offerQuestions = [
  {
    id: 'negara',
    options: [
      sign('closed-country'),
      sign('closed-household'),
      sign('country-switched'),
      { id: 'lain' },
      unknown,
    ],
  },
  {
    id: 'pekerjaan',
    options: [
      sign('organ'),
      sign('bride-broker'),
      sign('job-misdescribed'),
      sign('fishing-uncovered'),
      sign('internship-cover'),
      sign('scam-job'),
      sign('job-vague'),
      { id: 'jelas' },
      unknown,
    ],
  },
  {
    id: 'janji',
    options: [
      sign('insider-claim'),
      sign('guaranteed'),
      sign('departure-delayed'),
      sign('pay-too-good'),
      sign('high-pay'),
      { id: 'wajar' },
      unknown,
    ],
  },
  {
    id: 'perekrut',
    options: [
      sign('unlicensed'),
      sign('travel-cover'),
      sign('stranger-recruiter'),
      sign('individual-recruiter'),
      sign('social-media-ad'),
      { id: 'p3mi' },
      { id: 'pemerintah' },
      unknown,
    ],
  },
  {
    id: 'perusahaan',
    options: [sign('employer-hidden'), sign('fake-company'), sign('chat-only'), { id: 'jelas' }, unknown],
  },
  {
    id: 'siskop2mi',
    options: [
      sign('told-not-to-check'),
      sign('bypass-official'),
      sign('not-in-siskop2mi'),
      { id: 'ada' },
      unknown,
    ],
  },
  {
    id: 'visa',
    options: [sign('visit-visa'), sign('work-visa-later'), { id: 'kerja' }, unknown],
  },
  {
    id: 'kontrak',
    options: [
      sign('no-contract'),
      sign('contract-later'),
      sign('contract-unreadable'),
      { id: 'sudah-dibaca' },
      unknown,
    ],
  },
  {
    id: 'bayar',
    options: [
      sign('private-account-deadline'),
      sign('paid-free-service'),
      sign('placement-fee'),
      sign('fee-to-person'),
      sign('any-fee'),
      sign('employer-pays-all'),
      { id: 'tidak' },
      unknown,
    ],
  },
  {
    id: 'utang',
    options: [
      sign('debt-from-wages'),
      sign('loan-collateral'),
      sign('family-advance'),
      sign('cancel-penalty'),
      { id: 'tidak' },
      unknown,
    ],
  },
  {
    id: 'dokumen',
    options: [
      sign('papers-held'),
      sign('phone-held'),
      sign('data-harvest'),
      { id: 'dipegang-sendiri' },
      unknown,
    ],
  },
  {
    id: 'data-diri',
    options: [
      sign('under-18'),
      sign('age-changed'),
      sign('false-identity'),
      sign('passport-broker'),
      sign('no-family-permit'),
      { id: 'benar' },
      unknown,
    ],
  },
  {
    id: 'perjalanan',
    options: [
      sign('unofficial-route'),
      sign('separate-travel'),
      sign('ticket-short'),
      { id: 'langsung' },
      unknown,
    ],
  },
  {
    id: 'disuruh',
    options: [
      sign('told-to-lie'),
      sign('threat'),
      sign('secrecy'),
      sign('pressure'),
      { id: 'tidak' },
      unknown,
    ],
  },
] as const satisfies readonly Question[]

/** Asked first of someone who is already with a recruiter. */
export const heldQuestion = {
  id: 'penampungan',
  options: [sign('confined'), { id: 'bebas' }, unknown],
} as const satisfies Question

/** Questions to people who are already abroad. */
export const abroadQuestions = [
  {
    id: 'ln-bebas',
    options: [sign('locked-abroad'), sign('moved-around'), sign('isolated'), { id: 'bebas' }, unknown],
  },
  { id: 'ln-paspor', options: [sign('papers-held-abroad'), { id: 'dipegang-sendiri' }, unknown] },
  { id: 'ln-kekerasan', options: [sign('violence-abroad'), { id: 'tidak' }, unknown] },
  {
    id: 'ln-pekerjaan',
    options: [
      sign('forced-crime'),
      sign('forced-sex'),
      sign('job-changed-abroad'),
      { id: 'sesuai' },
      unknown,
    ],
  },
  { id: 'ln-gaji', options: [sign('wages-withheld'), sign('underpaid'), { id: 'dibayar' }, unknown] },
  { id: 'ln-jam', options: [sign('excessive-hours'), sign('bad-conditions'), { id: 'layak' }, unknown] },
  { id: 'ln-utang', options: [sign('ransom'), sign('debt-abroad'), { id: 'tidak' }, unknown] },
  { id: 'ln-bantuan', options: [sign('fake-helper'), sign('status-fear'), { id: 'tidak' }, unknown] },
] as const satisfies readonly Question[]

/** Every question, in the order of the page without script. */
export const questions = [situation, heldQuestion, ...offerQuestions, ...abroadQuestions] as const
export type QuestionId = (typeof questions)[number]['id']

/** The question with this id, or null. */
export function questionOf(id: string): Question | null {
  return questions.find(question => question.id === id) ?? null
}
