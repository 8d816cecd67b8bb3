import { randomUUID } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { PEOPLE, passwordOf } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { mailPlacesBeside } from '#lib/testing/mail-servers/ports-of-world.ts'
import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  draftPitch,
  noteGuidelines,
  readPost,
  signUp,
} from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const OURS = PEOPLE.sender
const THEIRS = PEOPLE.blogger

test('A letter goes out of one’s own mailbox once, can be called back before, and its answer stands on Today', {
  tag: '@at-one-width',
}, async ({ page, baseURL }) => {
  // Connecting is tried for real, and a letter waits half a minute for an undo.
  test.setTimeout(240_000)
  const mail = mailPlacesBeside(Number(new URL(baseURL ?? '').port))
  const subject = `A carry-on without any plastic ${randomUUID().slice(0, 8)}`
  const home = await signUp(page)
  await connectMailbox(page, home, mail)

  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect, THEIRS)
  const pitch = await draftPitch(page, await readPost(page, home, prospect))
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: 'Mark as ready' }).click()

  const send = page.getByRole('button', { name: `Send from ${OURS}` })
  const underWay = page.getByRole('region', { name: 'From your mailbox' })
  await send.click()
  await expect(underWay.getByText(/^Goes out at \d/)).toBeVisible()
  await underWay.getByRole('button', { name: 'Undo' }).click()
  await expect(send).toBeVisible()
  await expect(underWay).toHaveCount(0)
  await send.click()
  await expect(underWay.getByText(/^Goes out at \d/)).toBeVisible()
  await expect(page.getByText('Sent: From our mailbox', { exact: true })).toBeVisible({ timeout: 90_000 })

  const [arrived, ...more] = await inboxOf(mail.imapOf('blogger').port, THEIRS, subject)
  expect(more).toEqual([])
  expect(arrived?.messageId).toMatch(/^<.+@rapport\.test>$/)

  await answer(mail.smtp.port, { subject: `Re: ${subject}`, inReplyTo: arrived?.messageId ?? '' })
  await expect(async () => {
    await page.goto(home)
    await expect(page.getByRole('heading', { name: /Answers to write/ })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 90_000 })
  await expect(page.getByText('Gladly, do send one.').first()).toBeVisible()
  await page.goto(pitch)
  await expect(page.getByText('Jo Whitcombe answered', { exact: true })).toBeVisible()
  await expect(page.getByText(`Came in by ${OURS}`)).toBeVisible()

  // What is typed and not sent is there again.
  await page.getByRole('textbox', { name: 'Your answer' }).fill('It leaves on Thursday.')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('It leaves on Thursday.')
  await expect(page.getByText('Words you typed before, and had not saved, are back.')).toBeVisible()
  await page.getByRole('button', { name: 'Start over without them' }).click()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('')
})

async function connectMailbox(page: Page, home: string, mail: ReturnType<typeof mailPlacesBeside>) {
  const imap = mail.imapOf('sender')
  await page.goto(`${home}/settings/mailboxes/new`)
  await page.getByLabel('E-mail address').fill(OURS)
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(OURS))
  await page.getByText('Servers', { exact: true }).click()
  await page.getByLabel('Server for reading (IMAP)').fill(imap.host)
  await page.getByLabel('Its port').fill(String(imap.port))
  await page.getByLabel('Its protection').selectOption(imap.security)
  await page.getByLabel('Server for sending (SMTP)').fill(mail.smtp.host)
  await page.getByLabel('Port for sending').fill(String(mail.smtp.port))
  await page.getByLabel('Protection for sending').selectOption(mail.smtp.security)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.waitForURL(/\/settings\/mailboxes\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { name: 'The last try' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
}

/** Mails with that subject, as their own mail program sees them. */
async function inboxOf(port: number, address: string, subject: string) {
  const imap = new ImapFlow({
    ...{ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false },
    auth: { user: address, pass: passwordOf(address) },
  })
  await imap.connect()
  try {
    const { exists } = await imap.mailboxOpen('INBOX', { readOnly: true })
    const all = exists === 0 ? [] : await imap.fetchAll('1:*', { envelope: true })
    return all.flatMap(({ envelope }) => (envelope?.subject === subject ? [envelope] : []))
  } finally {
    imap.close()
  }
}

async function answer(port: number, { subject, inReplyTo }: { subject: string; inReplyTo: string }) {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    auth: { user: THEIRS, pass: passwordOf(THEIRS) },
  })
  await transport.sendMail({
    ...{ from: { name: 'Jo Whitcombe', address: THEIRS }, to: OURS, subject, inReplyTo },
    ...{ references: inReplyTo, text: 'Gladly, do send one.' },
  })
  transport.close()
}
