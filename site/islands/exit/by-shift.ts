/** How long the next press may take, in ms: three of them fall within the five seconds of GOV.UK's “Exit this page”. */
const PATIENCE = 2000
const WANTED = 3

/**
 * Follows `link` when Shift is pressed three times by itself. Shift with another key, as in writing a capital or in
 * changing the layout (Alt, Ctrl or Meta held), or with the mouse counts from the start. `data-step` on the link says how many presses there were, the status beside it says it to
 * screen readers in the words that it carries (`data-two`, `data-one`, `data-over`).
 */
export function exitByShift(link: HTMLElement | null): void {
  const status = link?.nextElementSibling
  if (!link || !(status instanceof HTMLElement)) return
  let presses = 0
  let isAlone = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (text = '') => {
    link.dataset.step = String(presses)
    status.textContent = text
  }
  const startAgain = () => {
    isAlone = false
    clearTimeout(timer)
    if (presses === 0) return
    presses = 0
    say(status.dataset.over)
    timer = setTimeout(say, PATIENCE)
  }
  const isShift = (event: KeyboardEvent) => event.key === 'Shift'
  const onDown = (event: KeyboardEvent) => {
    if (!isShift(event) || event.altKey || event.ctrlKey || event.metaKey) startAgain()
    else if (!event.repeat) isAlone = true
  }
  const onUp = (event: KeyboardEvent) => {
    if (!isShift(event) || !isAlone) return
    isAlone = false
    presses += 1
    clearTimeout(timer)
    if (presses < WANTED) {
      say(presses === 1 ? status.dataset.two : status.dataset.one)
      timer = setTimeout(startAgain, PATIENCE)
      return
    }
    presses = 0
    say()
    link.click()
  }
  addEventListener('keydown', onDown, true)
  addEventListener('keyup', onUp, true)
  addEventListener('pointerdown', startAgain, true)
}
