import type { Figure, Measure, Reason, ReasonScope } from '../content/figure.ts'
import { translator } from '../i18n/t.ts'
import type { Language } from '../slugs.ts'

/** Name of a measure as a heading: `Permohonan paspor ditolak`. */
export function measureLabel(measure: Measure, language: Language = 'id'): string {
  return translator(language, 'data')(`measure.${measure}`)
}

/** What a measure means and what it rests on, in one sentence. */
export function measureHelp(measure: Measure, language: Language = 'id'): string {
  return translator(language, 'data')(`measureHelp.${measure}`)
}

/** Which reasons a count covers. */
export function scopeLabel(scope: ReasonScope, language: Language = 'id'): string {
  return translator(language, 'data')(`scope.${scope}`)
}

/** Name of one reason of the closed list. */
export function reasonLabel(reason: Reason, language: Language = 'id'): string {
  return translator(language, 'data')(`reason.${reason}`)
}

/** Whether an office entered the figure itself or a publication gave it. */
export function provenanceLabel(provenance: Figure['provenance'], language: Language = 'id'): string {
  return translator(language, 'data')(`provenance.${provenance}`)
}

/** What places are called in English; names themselves stay: `Tempat pemeriksaan Medan` → `Medan checkpoint`. */
const englishKinds: readonly (readonly [RegExp, string])[] = [
  [/^Tempat pemeriksaan (.+)$/, '$1 checkpoint'],
  [/^Bandara (.+)$/, '$1 airport'],
  [/^Pelabuhan (.+)$/, '$1 port'],
]

/** The name of a place in the language of the page. */
export const placeName = (name: string, language: Language): string =>
  language === 'id' ? name : englishKinds.reduce((text, [kind, english]) => text.replace(kind, english), name)

/** Who or where a figure is about, as a name: `Kantor Imigrasi Cilacap`, `Bandara Ngurah Rai`. */
export function subjectLabel(subject: Figure['subject'], language: Language = 'id'): string {
  return translator(language, 'data')(`office.${subject.kind}`, { name: placeName(subject.name, language) })
}
