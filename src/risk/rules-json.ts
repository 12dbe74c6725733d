import type rules from '#src/i18n/id/rules.json'
import { OPEN_QUESTIONS_ALLOWED } from './assess.ts'
import { indicators } from './indicators.ts'
import { reviewByOf } from './reviews.ts'
import { rulesetHistory, rulesetVersion } from './ruleset.ts'
import { sources } from './sources.ts'
import { stepFor } from './steps.ts'

/**
 * The whole rule set as plain data, for reviewers and partners: signs with their words and sources, and how they combine.
 * @param words the namespace `rules` of the language wanted
 */
export function rulesJson(words: typeof rules) {
  return {
    ruleset: rulesetVersion,
    history: rulesetHistory,
    levels: {
      berhenti: [
        'one sign with alone',
        'one strong sign with another strong or medium one',
        'in one dimension: one strong and one other, three medium, or two medium and one weak',
      ],
      'periksa-dulu': ['any other strong or medium sign'],
      'belum-terlihat': ['no sign, or weak signs only'],
    },
    certainty: `kurang when more than ${OPEN_QUESTIONS_ALLOWED} questions are open and the level is not berhenti`,
    indicators: indicators.map(sign => ({
      id: sign.id,
      dimension: sign.dimension,
      strength: sign.strength,
      alone: 'alone' in sign,
      countsWith: 'countsWith' in sign ? sign.countsWith : [],
      applies: sign.applies,
      pictogram: sign.pictogram,
      label: words.signs[sign.id].label,
      why: words.signs[sign.id].why,
      step: words.steps[sign.step],
      stepAtStop: words.steps[stepFor(sign, 'berhenti', false)],
      /** First day by which a law, rule or ban under the sign must be read again. */
      reviewBy: reviewByOf(sign),
      sources: sign.sources.map(reference => ({
        ...sources[reference.source],
        article: 'article' in reference ? reference.article : null,
      })),
    })),
  }
}
