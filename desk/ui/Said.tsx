import { visibleText } from '#src/visible-text.ts'

/** A few words of somebody else within a line of ours: shown, not obeyed, and turning no direction but its own. */
export const Said = ({ text }: { text: string }) => <bdi>{visibleText(text)}</bdi>
