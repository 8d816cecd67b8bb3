import { parseWebAddress } from './web-address.ts'

/** A stored web address or outlet key as people read it; what is no address stays as it is. */
export function readableAddress(address: string): string {
  const parsed = parseWebAddress(address)
  return parsed.ok ? parsed.readable : address
}

/** What a form shows of a stored address: as people read it, where that means exactly the same address, else the whole. */
export function editableAddress(address: string): string {
  const readable = readableAddress(address)
  const back = parseWebAddress(readable)
  const stored = parseWebAddress(address)
  return back.ok && stored.ok && back.url === stored.url ? readable : address
}
