/** no: asked, and it is not so. could-not-ask: nobody answered, which proves nothing. */
export type DnsAnswer = 'yes' | 'no' | 'could-not-ask'
export type DnsFinding = { answer: DnsAnswer; words: string; record: string | null }
export type SenderDns = { domain: string; at: string; mx: DnsFinding; spf: DnsFinding; dmarc: DnsFinding }

/** Records that were there; null where nobody answered. */
export type Asked<T> = readonly T[] | null

const COULD_NOT_ASK = 'The name servers did not answer, so this is not known.'
const RECORD_MAX_CHARACTERS = 500

/** Whether mail to the domain can arrive. A Null MX (RFC 7505) says that it takes none. */
export function judgeMx(hosts: Asked<string>): DnsFinding {
  if (hosts === null) return couldNotAsk()
  const named = hosts.map((host) => host.replace(/\.$/, ''))
  if (named.length === 0) return no('There is no MX record: answers to this domain may not arrive.')
  if (named.every((host) => host === ''))
    return no('The domain says that it takes no mail at all (Null MX): nobody could answer you.')
  return yes('Mail to this domain has somewhere to go.', named.filter(Boolean).join(', '))
}

/** Whether the domain says who may send for it: exactly one SPF record (RFC 7208). */
export function judgeSpf(texts: Asked<string>): DnsFinding {
  if (texts === null) return couldNotAsk()
  const records = texts.filter((text) => /^v=spf1(?:\s|$)/i.test(text))
  const [record] = records
  if (record === undefined)
    return no(
      'There is no SPF record. It says which servers may send for your domain; your provider tells you its words.',
    )
  if (records.length > 1)
    return no(
      'There is more than one SPF record, and then none of them counts. Make them one.',
      records.join(' | '),
    )
  if (/\s\+?all\s*$/i.test(record))
    return no(
      'The SPF record lets everybody send for your domain ("+all"). End it with "~all" or "-all".',
      record,
    )
  return yes('The domain says which servers may send for it.', record)
}

/** Whether the domain says what to do with mail that only pretends to be from it (DMARC). @param texts of _dmarc.domain, or of the domain above */
export function judgeDmarc(texts: Asked<string>): DnsFinding {
  if (texts === null) return couldNotAsk()
  const records = texts.filter((text) => /^v=DMARC1\s*(?:;|$)/i.test(text))
  const [record] = records
  if (record === undefined)
    return no(
      'There is no DMARC record. Some large providers distrust mail without one; "v=DMARC1; p=none" is a beginning.',
    )
  if (records.length > 1)
    return no('There is more than one DMARC record, and then none counts.', records.join(' | '))
  return yes('The domain says what to do with mail that only pretends to be from it.', record)
}

function yes(words: string, record: string): DnsFinding {
  return { answer: 'yes', words, record: record.slice(0, RECORD_MAX_CHARACTERS) }
}

function no(words: string, record: string | null = null): DnsFinding {
  return { answer: 'no', words, record: record?.slice(0, RECORD_MAX_CHARACTERS) ?? null }
}

function couldNotAsk(): DnsFinding {
  return { answer: 'could-not-ask', words: COULD_NOT_ASK, record: null }
}
