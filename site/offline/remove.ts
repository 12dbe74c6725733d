/** Whether this phone has copies. */
async function hasCopies(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  return (await navigator.serviceWorker.getRegistrations()).length > 0 || (await caches.keys()).length > 0
}

/** Removes every worker and every copy of this site from the phone. */
async function removeCopies(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map(registration => registration.unregister()))
  await Promise.all((await caches.keys()).map(name => caches.delete(name)))
}

/** Shows the button of the privacy page while this phone has copies. */
export async function offerRemoval(): Promise<void> {
  const place = document.getElementById('hapus-salinan')
  const note = document.getElementById('salinan-hilang')
  if (!place || !note || !(await hasCopies())) return
  place.hidden = false
  place.querySelector('button')?.addEventListener('click', async () => {
    await removeCopies()
    place.hidden = true
    note.textContent = 'Salinan sudah dihapus dari ponsel ini.'
  })
}
