type Words = { sentence: string; inYourHands: string; expert: string }

const LOOK_YOURSELF =
  'Open the page and look: your browser will warn you, so mind what you see. You can record it; it is marked as seen by a person.'
const TELL_THEM =
  'If you know the people there, a kind word about it helps them. Rapport looks again by itself.'

/** Codes of Node and OpenSSL, told apart by what a site's owner would have to mend. The first that fits counts. */
const TROUBLES: readonly ({ code: RegExp } & Words)[] = [
  {
    code: /^CERT_HAS_EXPIRED$|CERTIFICATE_EXPIRED/,
    sentence: "The website's security certificate has run out, so the page was not read.",
    expert: 'the certificate has expired',
    inYourHands: TELL_THEM,
  },
  {
    code: /^CERT_NOT_YET_VALID$/,
    sentence: "The website's security certificate is not valid yet, so the page was not read.",
    expert: 'the certificate is not yet valid',
    inYourHands: TELL_THEM,
  },
  {
    code: /^ERR_TLS_CERT_ALTNAME_(?:INVALID|FORMAT)$|^HOSTNAME_MISMATCH$/,
    sentence: 'The website shows a security certificate made out to another name, so the page was not read.',
    expert: 'the certificate is not for this host name',
    inYourHands: LOOK_YOURSELF,
  },
  {
    code: /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
    sentence:
      'The website vouches for itself with a security certificate of its own making, so the page was not read.',
    expert: 'the certificate is self-signed',
    inYourHands: LOOK_YOURSELF,
  },
  {
    code: /^SELF_SIGNED_CERT_IN_CHAIN$|^UNABLE_TO_|^CERT_UNTRUSTED$|^CERT_CHAIN_TOO_LONG$|^INVALID_CA$|ALERT_UNKNOWN_CA/,
    sentence: "Nobody we know vouches for the website's security certificate, so the page was not read.",
    expert: 'the certificate chain does not end at a known authority, or is not complete',
    inYourHands: LOOK_YOURSELF,
  },
  {
    code: /^CERT_REVOKED$|CERTIFICATE_REVOKED/,
    sentence: "The website's security certificate has been withdrawn, so the page was not read.",
    expert: 'the certificate is revoked',
    inYourHands: LOOK_YOURSELF,
  },
  {
    code: /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW|LEGACY_SIGALG|UNSAFE_LEGACY_RENEGOTIATION|(?:DH|EE|CA|CA_MD|CERT)_?(?:KEY|MD)?_TOO_(?:SMALL|WEAK)|NO_CIPHERS_AVAILABLE|NO_SHARED_CIPHER/,
    sentence: 'The website speaks only an old, unsafe kind of secure connection, so the page was not read.',
    expert: 'the server offers only protocols or keys that are no longer safe (before TLS 1.2, or weak keys)',
    inYourHands: LOOK_YOURSELF,
  },
  {
    code: /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST|RECORD_LAYER_FAILURE|UNKNOWN_PROTOCOL/,
    sentence: 'The website does not speak a secure connection at this address, so the page was not read.',
    expert: 'what answers there is not TLS; perhaps plain http',
    inYourHands: 'Check the address: it may begin with http:// in place of https://.',
  },
  {
    code: /UNRECOGNIZED_NAME/,
    sentence: 'The server that answers does not know a website of this name, so the page was not read.',
    expert: 'the server has no certificate for this name (unrecognized_name)',
    inYourHands: 'Check that the address is right.',
  },
]
const ANY: Words = {
  sentence: 'A secure connection to the website could not be made, so the page was not read.',
  expert: 'the TLS handshake failed',
  inYourHands: LOOK_YOURSELF,
}

/** What a TLS failure means, by the machine's code for it. */
export function tlsWords(code: string | null): Words {
  const found = TROUBLES.find((trouble) => trouble.code.test(code ?? ''))
  if (!found) return ANY
  const { sentence, expert, inYourHands } = found
  return { sentence, expert, inYourHands }
}
