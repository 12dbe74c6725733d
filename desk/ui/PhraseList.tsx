import { numbered } from './numbered.ts'

/** The words of a passphrase, numbered, to be copied onto paper. */
export function PhraseList({ words }: { words: readonly string[] }) {
  return (
    <ol className="phrase">
      {numbered(words).map(({ key, item }) => (
        <li key={key} className="word">
          {item}
        </li>
      ))}
    </ol>
  )
}
