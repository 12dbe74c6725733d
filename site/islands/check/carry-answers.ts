// Answers live behind the address: the same page in the other language begins with them.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language'))
  link.addEventListener('click', () => {
    link.hash = location.hash
  })
