import type { Call, Calls } from '#src/content/calls.ts'
import type { HelpLine } from '#src/content/settings.ts'
import type { Language } from '#src/slugs.ts'
import type check from '#src/i18n/id/check.json'
import type rules from '#src/i18n/id/rules.json'

/** Texts that the walk itself needs; those of the result come with the result. */
export const formKeys = [
  'progress',
  'hint',
  'next',
  'back',
  'toResult',
  'enough',
  'enoughSaid',
  'choose',
  'helpFirst',
  'helpFirstAbroad',
  'helpFirstHeld',
  'helpAll',
  'inIndonesia',
  'inAbroad',
  'allNumbers',
  'helpShort',
  'lost',
  'lostOthers',
  'otherRules',
  'fromLink',
  'prefilled',
  'filled',
  'retry',
  'loading',
  'loadFailed',
] as const satisfies readonly (keyof typeof check)[]
export type FormKey = (typeof formKeys)[number]

export type OptionView = Readonly<{
  id: string
  text: string
  /** Class names for the CSS of the verdict without script: `u` unknown, `k` known and harmless, else those of the sign. */
  mark: string
  sign?: string
  /** Address of the sign's pictogram. */
  picture?: string
}>
export type QuestionView = Readonly<{ id: string; text: string; why: string; options: readonly OptionView[] }>

export type FormView = Readonly<{
  language: Language
  ruleset: string
  rulesetDay: string
  questions: readonly QuestionView[]
  text: Readonly<Record<FormKey, string>>
  levels: (typeof check)['levels']
  levelsAbroad: (typeof check)['levelsAbroad']
  levelText: (typeof check)['levelText']
  levelTextAbroad: (typeof check)['levelTextAbroad']
  unreadable: string
  asked: (typeof check)['asked']
  noProof: string
  resultData: string
  help: string
  /** The numbers of an emergency, as they are published. */
  calls: Calls
}>

/** What of it travels as data; the questions are read back from the form, which has them already. */
export type PageData = Omit<FormView, 'questions'>

export type SourceView = Readonly<{ title: string; url: string; checked: string }>

/** A help line as the result shows it. */
export type HelpView = Pick<HelpLine, 'id' | 'where' | 'kind' | 'tel' | 'telShown' | 'whatsapp' | 'url'> &
  Readonly<{ name: string; purpose: string; checked: string | null }>

/** What is loaded with the result: the long texts, sources, help lines. */
export type ResultData = Readonly<{
  language: Language
  text: typeof check
  rules: Pick<typeof rules, 'signs' | 'steps' | 'notes' | 'weakAtStop'>
  sources: Readonly<Record<string, SourceView>>
  help: readonly HelpView[]
  pictograms: string
  addresses: Readonly<{
    help: string
    report: string
    rules: string
    offices: string
    office: string
    anywhere: string
  }>
}>

/** A way to reach an office that the table of the office finder can hold. */
export type TableContact = 'address' | 'phone' | 'whatsapp' | 'website'

/** The office finder's table: regency → indexes of offices that serve it (wholly, in part) and all offices of a province. */
export type OfficeTable = Readonly<{
  offices: readonly Readonly<
    { slug: string; name: string; city: string; province: string } & {
      /** Left out where neither the office nor a source gives it. */
      [K in TableContact]?: string
    } & {
      /** Which of these nobody has checked. */
      unchecked?: readonly TableContact[]
    }
  >[]
  provinces: readonly Readonly<{
    code: string
    name: string
    /** `since`: for each serving office the year of its source, 0 where none is noted; `namesakes`: `areas.ts`. */
    regencies: readonly (readonly [
      name: string,
      serving: readonly number[],
      code: string,
      since: readonly number[],
      namesakes: readonly number[],
    ])[]
  }>[]
  /** Other offices of the state in some provinces or regencies (`areas`, Kemendagri codes). */
  near: readonly LocalView[]
}>

/** An office of the state near the reader, as the finder shows it. `mark`: said of a source that is old, undated or not checked. */
export type LocalView = Pick<
  HelpLine,
  'areas' | 'body' | 'city' | 'name' | 'note' | 'tel' | 'telShown' | 'whatsapp'
> &
  Readonly<{
    source: Pick<HelpLine['source'], 'title' | 'url' | 'published'>
    mark: Readonly<Record<Language, string>> | null
  }>

/** Texts of what a result offers to do with it. */
const shareKeys = [
  'shareTitle',
  'shareText',
  'shareUnseen',
  'shareWarning',
  'share',
  'copy',
  'copied',
  'copyThis',
  'savePicture',
  'pictureFailed',
  'print',
  'report',
  'ruleset',
  'readAloud',
  'stopReading',
  'inIndonesia',
  'inAbroad',
] as const satisfies readonly (keyof typeof check)[]
export type ShareText = Readonly<Pick<typeof check, (typeof shareKeys)[number]>>

/** The texts of a language that a result offers its ways of sharing with. */
export const shareTextOf = (text: typeof check): ShareText =>
  Object.fromEntries(shareKeys.map(key => [key, text[key]])) as ShareText

/** What the page that reads a message hands to its script. */
export type MessageView = Readonly<{
  words: (typeof check)['message']
  levels: (typeof check)['levels']
  levelsAbroad: (typeof check)['levelsAbroad']
  levelTextAbroad: (typeof check)['levelTextAbroad']
  asked: (typeof check)['asked']
  noProof: string
  signs: (typeof rules)['signs']
  weakAtStop: string
  steps: (typeof rules)['steps']
  doNow: string
  callMission: string
  terms: (typeof check)['terms']
  share: ShareText
  pictograms: string
  check: string
  rules: string
  report: string
  help: string
  helpAll: string
}> &
  Pick<FormView, 'language' | 'ruleset' | 'rulesetDay' | 'calls'>

/** A line as the check shows it: `mark` says how old the number is, `sure` that it is of the last two years. */
export type CountryLine = Readonly<{
  name: string
  mark: string
  sure: boolean
  tel?: string
  shown?: string
  whatsapp?: string
  url?: string
  note?: string
}>

/** The numbers of every country, fetched when someone says that they are abroad. */
export type CountryTable = Readonly<{
  words: Readonly<
    Record<
      | 'choose'
      | 'placeholder'
      | 'missions'
      | 'missionNone'
      | 'emergencies'
      | 'emergencyText'
      | 'emergencyNone'
      | 'others'
      | 'shortNumber'
      | 'elsewhere'
      | 'elsewhereText'
      | 'elsewherePage'
      | 'missing'
      | 'page',
      string
    >
  >
  countries: readonly Readonly<{
    iso: string
    name: string
    page: string
    /** Whether some mission has a number with a source and a day. */
    known: boolean
    /** The number that may stand alone (`bestMission`); left out where there is none. */
    best?: Call
    missions: readonly CountryLine[]
    emergencies: readonly CountryLine[]
    /** Local lines for workers and victims of trafficking, two at most. */
    others: readonly CountryLine[]
  }>[]
  anywhere: readonly CountryLine[]
  /** Address of the page for countries that are not listed. */
  elsewhere: string
}>
