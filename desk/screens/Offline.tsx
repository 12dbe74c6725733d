import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'

/** Nobody answered: what that means and the one thing to do. */
export function Offline({ message, onAgain }: { message: string; onAgain(): void }) {
  return (
    <Card title={texts.offlineTitle}>
      <p>{message}</p>
      <button type="button" className="button" onClick={onAgain}>
        {texts.again}
      </button>
    </Card>
  )
}
