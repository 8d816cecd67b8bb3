export const CHANNEL_KINDS = ['email', 'form', 'dm', 'spoken'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** Ways to reach a person. Origin, gate, cooling-off and stop apply to all of them alike. */
export const CHANNEL_KIND_TABLE: Readonly<
  Record<ChannelKind, { label: string; addressLabel: string; addressExample: string; isSentByHand: boolean }>
> = {
  email: {
    label: 'E-mail',
    addressLabel: 'E-mail address',
    addressExample: 'anna@example.com',
    isSentByHand: false,
  },
  form: {
    label: 'Contact form',
    addressLabel: 'Address of the form',
    addressExample: 'example.com/contact',
    isSentByHand: true,
  },
  dm: {
    label: 'Direct message',
    addressLabel: 'Profile or handle',
    addressExample: '@anna on Instagram',
    isSentByHand: true,
  },
  spoken: {
    label: 'Spoken',
    addressLabel: 'Where you meet or ring them',
    addressExample: 'Fair in Leipzig',
    isSentByHand: true,
  },
}
