import type { OptionView, PageData, QuestionView } from './types.ts'

const textOf = (element: Element | null) => element?.textContent ?? ''

function optionOf(input: HTMLInputElement): OptionView {
  const row = input.closest('label')
  const mark = input.className
  const option = { id: input.value, text: textOf(row), mark }
  if (mark === 'u' || mark === 'k') return option
  return { ...option, sign: input.value, picture: row?.querySelector('use')?.getAttribute('href') ?? '' }
}

/** The questions as the rendered form has them, so that their words travel once. A sign's answer has the sign's id. */
export function readQuestions(form: HTMLElement): QuestionView[] {
  return [...form.querySelectorAll<HTMLFieldSetElement>('fieldset.q')].map(fieldset => ({
    id: fieldset.id.replace(/^q-/, ''),
    text: textOf(fieldset.querySelector('legend')),
    why: textOf(fieldset.querySelector('.ask')),
    options: [...fieldset.querySelectorAll<HTMLInputElement>('input')].map(optionOf),
  }))
}

/** The page's data block, or null on a page that has none. */
export function readPageData(): PageData | null {
  return JSON.parse(textOf(document.getElementById('check-view')) || 'null') as PageData | null
}
