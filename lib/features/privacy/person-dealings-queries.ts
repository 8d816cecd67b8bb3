import { database } from '#lib/server/database.ts'

/** What there was with a person besides letters: what they were given, what they asked, what was agreed and promised. */
export async function gatherDealings(ofThem: { workspaceId: string; contactId: { in: string[] } }) {
  const db = database()
  const by = { select: { name: true } }
  const [samples, requests, work, promises] = await Promise.all([
    db.sample.findMany({
      where: ofThem,
      orderBy: { offeredAt: 'asc' },
      include: { offeredBy: by, item: { select: { name: true } } },
    }),
    db.request.findMany({ where: ofThem, orderBy: { createdAt: 'asc' } }),
    db.contribution.findMany({
      where: ofThem,
      orderBy: { createdAt: 'asc' },
      include: { prospect: { select: { name: true } }, texts: { orderBy: { number: 'asc' } } },
    }),
    db.promiseMade.findMany({ where: ofThem, orderBy: { madeAt: 'asc' }, include: { madeBy: by } }),
  ])
  return {
    samples: samples.map(({ item, state, words, carrier, trackingNumber, offeredBy, ...times }) => ({
      ...{ what: item.name, state, words, carrier, trackingNumber, offeredBy: offeredBy.name },
      ...{ offeredOn: times.offeredAt, sentOn: times.sentAt, arrivedOn: times.arrivedAt },
    })),
    requests: requests.map(
      ({
        journalist,
        outlet,
        replyTo,
        topic,
        text,
        deadlineAt,
        subject,
        body,
        sentAt,
        state,
        closedReason,
      }) => ({
        ...{ journalist, outlet, replyTo, topic, whatTheyAsked: text, deadline: deadlineAt },
        ...{ ourSubject: subject, ourAnswer: body, answeredOn: sentAt, state, closedReason },
      }),
    ),
    workWithThem: work.map(
      ({
        kind,
        state,
        title,
        prospect,
        createdAt,
        dueOn,
        recordingAt,
        airsOn,
        publishedOn,
        publishedUrl,
        ...rest
      }) => ({
        ...{ kind, state, title, outlet: prospect.name, notedOn: createdAt, dueOn, recordingAt, airsOn },
        ...{ publishedOn, page: publishedUrl, text: rest.text, whoAsks: rest.hosts, theyAsked: rest.asked },
        ...{ weListenedTo: rest.heard, facts: rest.facts, stories: rest.stories, note: rest.note },
        earlierTexts: rest.texts.map(({ text, savedAt }) => ({ replacedOn: savedAt, text })),
      }),
    ),
    promises: promises.map(({ whose, words, dueOn, madeAt, madeBy, state, settledAt, settledWhy }) => ({
      ...{ whose, words, dueOn, state, notedOn: madeAt, notedBy: madeBy.name },
      ...{ settledOn: settledAt, why: settledWhy },
    })),
  }
}
