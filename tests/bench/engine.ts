/** What the bench loads into the browser: the engine and the reader of messages from the source that the pages are built of. */
export { assessAnswers } from '#src/risk/answers.ts'
export { prepareReader, readMessage } from '#src/risk/message/read-message.ts'
export { questions } from '#src/risk/questions.ts'
