import type { Indicator } from '#src/risk/indicator.ts'
import { dimensions } from '#src/risk/indicator.ts'
import { indicatorOf } from '#src/risk/indicators.ts'
import { questions } from '#src/risk/questions.ts'
import { rulesetHistory, rulesetVersion } from '#src/risk/ruleset.ts'
import { resources } from '#src/i18n/t.ts'
import { withCalls } from '#src/content/calls.ts'
import type { HelpLine } from '#src/content/settings.ts'
import type { Language } from '#src/slugs.ts'
import { dayText } from '#site/format.ts'
import { localized, routes } from '../../routes.ts'
import { explainer } from './explain.ts'
import { numbersOf } from './numbers.ts'
import { type FormView, formKeys, type OptionView } from './types.ts'

/** Class names of the radio of a sign: its dimension, its strength, and `a` when it is enough alone. The verdict's CSS reads them. */
export function signClass(sign: Indicator): string {
  if (sign.countsWith) return 'c'
  return `d${dimensions.indexOf(sign.dimension)} ${sign.strength[0]}${sign.alone ? ' a' : ''}`
}

/**
 * Everything the form shows, resolved to one language: rendered at build and handed to the script as it is.
 * @param lines all published help lines: the numbers are theirs
 */
export function formView(language: Language, lines: readonly HelpLine[]): FormView {
  const { calls, values } = numbersOf(lines, language)
  const { rules } = resources[language]
  const check = withCalls(resources[language].check, values)
  /** Each question is a page of its own: what an abbreviation means stands on each that has it. */
  const explained = () => explainer(check.terms)
  const option = (
    questionId: string,
    option: { id: string; sign?: string; unknown?: true },
    say: (text: string) => string,
  ): OptionView => {
    const sign = option.sign ? indicatorOf(option.sign) : null
    if (sign) {
      const words = rules.signs[sign.id as keyof typeof rules.signs]
      return {
        id: option.id,
        text: say(words.label),
        mark: signClass(sign),
        sign: sign.id,
        picture: `${routes.checkSigns}#${sign.pictogram}`,
      }
    }
    const own = check.questions[questionId as keyof typeof check.questions].options as Record<string, string>
    return option.unknown
      ? { id: option.id, text: check.unknown, mark: 'u' }
      : { id: option.id, text: say(own[option.id] ?? ''), mark: 'k' }
  }
  return {
    language,
    ruleset: rulesetVersion,
    rulesetDay: dayText(rulesetHistory[0].day, language),
    questions: questions.map(question => {
      const say = explained()
      return {
        id: question.id,
        text: check.questions[question.id].text,
        why: say(whyAsked(check.questions[question.id])),
        options: question.options.map(item => option(question.id, item, say)),
      }
    }),
    text: Object.fromEntries(formKeys.map(key => [key, check[key]])) as FormView['text'],
    levels: check.levels,
    levelsAbroad: check.levelsAbroad,
    levelText: check.levelText,
    levelTextAbroad: explainedLevels(check.levelTextAbroad, explained),
    unreadable: check.unreadable,
    asked: check.asked,
    noProof: check.noProof,
    resultData: localized(routes.checkResult, language) ?? routes.checkResult,
    help: localized(routes.help, language) ?? routes.help,
    calls,
  }
}

/** Only one level is ever shown, so each explains its own abbreviations. */
export function explainedLevels<Words extends Readonly<Record<string, string>>>(
  words: Words,
  explained: () => (text: string) => string,
): Words {
  return Object.fromEntries(Object.entries(words).map(([level, text]) => [level, explained()(text)])) as Words
}

/** Why a question is asked; empty where the question says it itself. */
function whyAsked(words: { text: string; why?: string }): string {
  return words.why ?? ''
}
