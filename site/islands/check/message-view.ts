import { withCalls } from '#src/content/calls.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { resources } from '#src/i18n/t.ts'
import { rulesetHistory, rulesetVersion } from '#src/risk/ruleset.ts'
import type { Language } from '#src/slugs.ts'
import { dayText } from '#site/format.ts'
import { localized, routes } from '../../routes.ts'
import { explainer } from './explain.ts'
import { numbersOf } from './numbers.ts'
import { type MessageView, shareTextOf } from './types.ts'
import { explainedLevels } from './view.ts'

/**
 * Everything that the reader of messages shows, in one language.
 * @param lines all published help lines
 */
export function messageView(language: Language, lines: readonly HelpLine[]): MessageView {
  const { calls, values } = numbersOf(lines, language)
  const { check, rules } = withCalls(resources[language], values)
  const address = (path: string) => localized(path, language) ?? path
  return {
    words: check.message,
    levels: check.levels,
    levelsAbroad: check.levelsAbroad,
    levelTextAbroad: explainedLevels({ ...check.levelTextAbroad, berhenti: check.message.stopAbroad }, () =>
      explainer(check.terms),
    ),
    asked: check.asked,
    noProof: check.noProof,
    signs: rules.signs,
    weakAtStop: rules.weakAtStop,
    steps: rules.steps,
    doNow: check.doNow,
    callMission: check.callMission,
    terms: check.terms,
    share: shareTextOf(check),
    pictograms: routes.checkSigns,
    check: address(routes.check),
    rules: address(routes.checkRules),
    report: address(routes.report),
    help: address(routes.help),
    helpAll: check.helpAll,
    language,
    ruleset: rulesetVersion,
    rulesetDay: dayText(rulesetHistory[0].day, language),
    calls,
  }
}
