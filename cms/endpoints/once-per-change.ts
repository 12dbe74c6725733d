/**
 * Keeps one result until its stamp changes. Who asks while it is good gets it, who asks while it is not shares one making, and
 * there is only one at a time: readers add no work. A result was begun after its asker came, or under the stamp that the asker
 * read, so it never lacks a change that was committed before. A failure goes to those who waited and is not kept.
 * @param stampOf says in short what the result is made of; read before each making, so a change during it is seen afterwards
 */
export function oncePerChange<T>(stampOf: () => Promise<string>, make: () => Promise<T>): () => Promise<T> {
  let kept: { stamp: string; result: T } | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | null = null

  const start = async (): Promise<T> => {
    waiting = null
    const stamp = await stampOf()
    if (kept?.stamp !== stamp) kept = { stamp, result: await make() }
    return kept.result
  }

  return async () => {
    const stamp = await stampOf()
    if (kept?.stamp === stamp) return kept.result
    if (waiting === null) {
      waiting = last.then(start, start)
      last = waiting
    }
    return await waiting
  }
}

/** One value for each owner, made when it is first asked for and gone with the owner. */
export function perOwner<Owner extends object, T>(make: (owner: Owner) => T): (owner: Owner) => T {
  const values = new WeakMap<Owner, T>()
  return owner => {
    const value = values.get(owner) ?? make(owner)
    values.set(owner, value)
    return value
  }
}
