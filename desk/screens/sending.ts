/** A random key for one sending: sent twice after a broken connection, it is stored once. 128 bits, base64url. */
export function newSending(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
