import { Notice } from '#components/ui/notice.tsx'

/** The same words before and after saving: that it is so, never who it was. */
export const ADDRESS_STOPPED_WORDS = 'Someone with this address asked not to be written to. It stays so.'

/** On the page of a contact who came back with an address that is stopped. */
export function AddressStoppedNotice() {
  return (
    <Notice tone="careful" title={ADDRESS_STOPPED_WORDS}>
      No pitch to it can be sent. If that was a mistake, an owner or manager can lift it, with a reason.
    </Notice>
  )
}
