import type { Call } from '#src/content/calls.ts'
import type { StepId } from '#src/risk/indicator.ts'
import { Linked } from './Linked.tsx'

type Props = Readonly<{
  step: StepId
  /** The words of every step. */
  steps: Readonly<Record<StepId, string>>
  text: Readonly<{ doNow: string; callMission: string }>
  /** The sure number of a mission in the country that was told: it is the embassy to call. */
  mission: Call | null
  /** Explains abbreviations where they first appear. */
  say: (text: string) => string
}>

/** What to do about a sign. */
export function Step({ step, steps, text, mission, say }: Props) {
  return (
    <p className="step">
      <b>{text.doNow}:</b>{' '}
      {step === 'call-embassy' && mission ? (
        <>
          {text.callMission}{' '}
          <a href={mission.href} rel="noreferrer">
            {mission.text}
          </a>
        </>
      ) : (
        <Linked text={say(steps[step])} />
      )}
    </p>
  )
}
