import { useEffect, useState } from 'react'
import type { Language } from '#src/slugs.ts'
import type { ResultData } from './types.ts'

type Props = Readonly<{
  text: Pick<ResultData['text'], 'readAloud' | 'stopReading'>
  language: Language
  /** Selector of what is read, in the order of the page. */
  parts: string
}>

const spokenText = (parts: string) =>
  [...document.querySelectorAll(parts)].map(part => part.textContent ?? '').filter(part => part !== '')

/**
 * Reads parts of the page aloud by the phone's own voice. It shows only when the phone has a voice of the page's language that works
 * without the network: others send the text to a server.
 */
export function ReadAloud({ text, language, parts }: Props) {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  const [isSpeaking, setSpeaking] = useState(false)
  useEffect(() => {
    const speech = window.speechSynthesis
    if (!speech) return
    // Android writes id_ID, and older ones `in`.
    const wanted = language === 'id' ? /^(?:id|in)\b|^(?:id|in)_/i : /^en/i
    const find = () =>
      setVoice(speech.getVoices().find(one => one.localService && wanted.test(one.lang)) ?? null)
    find()
    speech.addEventListener('voiceschanged', find)
    return () => {
      speech.removeEventListener('voiceschanged', find)
      speech.cancel()
    }
  }, [language])
  if (!voice) return null

  function speak() {
    speechSynthesis.cancel()
    if (isSpeaking) {
      setSpeaking(false)
      return
    }
    // One utterance for each sentence group: Chromium falls silent in long ones.
    const utterances = spokenText(parts).map(part =>
      Object.assign(new SpeechSynthesisUtterance(part), { voice, lang: voice?.lang }),
    )
    const last = utterances.at(-1)
    if (!last) return
    last.onend = () => setSpeaking(false)
    setSpeaking(true)
    for (const utterance of utterances) speechSynthesis.speak(utterance)
  }
  return (
    <button type="button" className="button quiet" aria-pressed={isSpeaking} onClick={speak}>
      {isSpeaking ? text.stopReading : text.readAloud}
    </button>
  )
}
