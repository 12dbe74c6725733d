{
  const link = document.getElementById('keluar')
  const { navigation } = window
  link.addEventListener('click', event => {
    event.preventDefault()
    try {
      sessionStorage.setItem('keluar', Date.now())
    } catch {}
    const all = navigation?.entries() ?? []
    const here = navigation?.currentEntry?.index ?? 0
    const isOurs = index => all[index]?.sameDocument
    let steps = 0
    while (isOurs(here - steps - 1)) steps += 1
    const isAlone = !steps && !isOurs(here + 1)
    const leave = () => {
      history.replaceState(null, '', location.pathname)
      location[isAlone ? 'replace' : 'assign'](link.href)
    }
    document.body.replaceChildren()
    document.title = ' '
    if (!steps) return leave()
    const late = setTimeout(leave, 300)
    addEventListener('popstate', () => {
      clearTimeout(late)
      leave()
    })
    history.go(-steps)
  })
}
