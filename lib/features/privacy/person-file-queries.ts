import { addressKey } from '#lib/domain/mail-address.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { suppressionsAgainst } from '../prospects/suppression-queries.ts'
import { gatherDealings } from './person-dealings-queries.ts'
import { findPerson } from './person-queries.ts'
import { PLACE_WORDS } from './place-words.ts'
import { findImportRows, findTracedLooks, findTraces } from './trace-queries.ts'

const MOST_ROWS_OF_A_TABLE = 5_000

/**
 * Everything held on a person: for them, when they ask. Their own rows, and every other row that names them; ids and keys
 * that say nothing to a person are left out. @throws NotFound
 */
export async function gatherPersonFile(scope: WorkspaceScope, contactId: string) {
  authorizeToSee(scope, 'exports.run')
  const { workspaceId, now } = scope
  const person = await findPerson(scope, contactId)
  const { contact, contacts, contactIds, channels, traces } = person
  const ofThem = { workspaceId, contactId: { in: contactIds } }
  const db = database()
  const by = { select: { name: true } }
  const [
    workspace,
    affiliations,
    pitches,
    messages,
    mails,
    outgoing,
    touches,
    dealings,
    mentions,
    stops,
    importRows,
    named,
    lookIds,
  ] = await Promise.all([
    db.workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { name: true, postalAddress: true },
    }),
    db.affiliation.findMany({
      where: ofThem,
      include: { prospect: { select: { name: true, homepage: true } } },
    }),
    db.pitch.findMany({
      where: ofThem,
      orderBy: { createdAt: 'asc' },
      include: {
        writer: by,
        revisions: { orderBy: { number: 'asc' } },
        followUps: { orderBy: { number: 'asc' } },
        remarks: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by, answeredBy: by } },
      },
    }),
    db.message.findMany({ where: ofThem, orderBy: { at: 'asc' }, include: { author: by } }),
    db.incomingMail.findMany({
      where: { workspaceId, pitch: { workspaceId, contactId: { in: contactIds } } },
      orderBy: { at: 'asc' },
    }),
    db.outgoingMail.findMany({ where: ofThem, orderBy: { clickedAt: 'asc' }, include: { sender: by } }),
    db.touch.findMany({ where: ofThem, orderBy: { at: 'asc' }, include: { author: by } }),
    gatherDealings(ofThem),
    db.mention.findMany({
      where: { workspaceId, pitch: { contactId: { in: contactIds } } },
      orderBy: { createdAt: 'asc' },
    }),
    suppressionsAgainst(
      scope,
      channels.map(({ kind, address, addressKey }) => ({ contactId, kind, address, addressKey })),
      contactIds,
    ),
    findImportRows(scope, { search: traces.search, contactIds }),
    traces.search === null ? [] : findTraces(scope, traces.search, { atMost: MOST_ROWS_OF_A_TABLE }),
    traces.search === null ? [] : findTracedLooks(scope, traces.search),
  ])
  const looks = await db.linkCheck.findMany({
    where: { workspaceId, id: { in: lookIds.slice(0, MOST_ROWS_OF_A_TABLE) } },
    orderBy: { at: 'asc' },
    select: {
      at: true,
      sentence: true,
      note: true,
      facts: true,
      linkHtml: true,
      mention: { select: { url: true } },
    },
  })
  return {
    about: contact.name,
    madeAt: now,
    keptBy: workspace,
    lookedFor: traces.terms,
    person: contacts.map(
      ({ name, role, country, timeZone, writesAs, note, tags, custom, links, createdAt, updatedAt }) => ({
        ...{
          name,
          role,
          country,
          timeZone,
          writesAs,
          note,
          tags,
          custom,
          links,
          notedOn: createdAt,
          changedOn: updatedAt,
        },
      }),
    ),
    addresses: channels.map(({ kind, address, createdAt, bouncedAt, bounceNote, deletedAt, origin }) => ({
      ...{
        kind,
        address,
        notedOn: createdAt,
        cameBackOn: bouncedAt,
        whyItCameBack: bounceNote,
        removedOn: deletedAt,
      },
      origin: origin && {
        ...{ page: origin.page, seenOn: origin.seenOn, words: origin.words },
        ...{ noUnsolicitedMail: origin.noUnsolicited, meantForMessagesLikeOurs: origin.fitsRole },
      },
    })),
    worksFor: affiliations.map(({ prospect, role, since, until }) => ({
      outlet: prospect.name,
      page: prospect.homepage,
      role,
      since,
      until,
    })),
    pitches: pitches.map(
      ({
        state,
        subject,
        body,
        writer,
        createdAt,
        sentAt,
        answeredAt,
        closedAt,
        closedReason,
        revisions,
        followUps,
        remarks,
      }) => ({
        ...{
          state,
          subject,
          body,
          writtenBy: writer.name,
          begunOn: createdAt,
          sentOn: sentAt,
          answeredOn: answeredAt,
          closedOn: closedAt,
          closedReason,
        },
        earlierVersions: revisions.map(({ subject, body, savedAt }) => ({ savedOn: savedAt, subject, body })),
        followUps: followUps.map(({ dueOn, state, subject, body }) => ({ dueOn, state, subject, body })),
        // What colleagues say of a letter to somebody is about them too, named or not.
        remarks: remarks.map(({ at, by, quote, text, answer, answeredBy }) => ({
          ...{ at, by: by.name, aboutTheWords: quote, text },
          ...(answer ? { answer, answeredBy: answeredBy?.name ?? '' } : {}),
        })),
      }),
    ),
    messages: messages.map(({ direction, purpose, via, subject, body, at, author }) => ({
      ...{ at, direction, purpose, via, subject, body, sentOrNotedBy: author.name },
    })),
    mailsThatCameIn: theirMails(mails, person.addressKeys).map(
      ({ at, kind, fromAddress, subject, text, state }) => ({
        ...{ at, kind, from: fromAddress, subject, text, waitsForOurWord: state === 'offered' },
      }),
    ),
    mailsFromMailboxes: outgoing.map(
      ({
        purpose,
        state,
        fromAddress,
        toName,
        toAddress,
        subject,
        body,
        clickedAt,
        sentAt,
        response,
        sender,
      }) => ({
        ...{ purpose, state, from: fromAddress, toName, toAddress, subject, body },
        ...{ askedForOn: clickedAt, askedForBy: sender.name, sentOn: sentAt, serverAnswered: response },
      }),
    ),
    touches: touches.map(({ kind, note, url, at, author }) => ({
      at,
      kind,
      note,
      url,
      notedBy: author.name,
    })),
    ...dealings,
    mentionsAfterPitches: mentions.map(({ url, provenance, outcome, note, claim, createdAt }) => ({
      ...{ url, provenance, outcome, note, claim, notedOn: createdAt },
    })),
    stops: stops.map(({ covers, reason, words, at, by: { name } }) => ({
      covers,
      reason,
      words,
      at,
      notedBy: name,
    })),
    importedRows: importRows.map(({ number, record }) => ({ row: number, record })),
    looksThatNameThem: looks.map(({ mention, ...look }) => ({ page: mention.url, ...look })),
    otherPlacesThatNameThem: named
      .filter(({ table }) => !OWN_TABLES.includes(table))
      .map(({ table, total, rows }) => ({
        where: PLACE_WORDS[table] ?? table,
        rows,
        ...(rows.length < total ? { more: total - rows.length } : {}),
      })),
  }
}

/** A mail of somebody else that only may be theirs is not theirs to read. */
function theirMails<Mail extends { state: string; fromAddress: string }>(
  mails: readonly Mail[],
  addressKeys: readonly string[],
): Mail[] {
  return mails.filter(
    ({ state, fromAddress }) => state === 'settled' || addressKeys.includes(addressKey(fromAddress)),
  )
}

export type PersonFile = Awaited<ReturnType<typeof gatherPersonFile>>

/** Told above already. */
const OWN_TABLES = [
  'Contact',
  'AddressOrigin',
  'Affiliation',
  'Pitch',
  'PitchRevision',
  'Message',
  'IncomingMail',
  'OutgoingMail',
  'FollowUp',
  'Sample',
  'ImportRow',
]
