import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { makeWebhookSecret, signedHeaders, spokenSecret } from './webhook-secret.ts'

const BODY = JSON.stringify({ type: 'rapport.test', words: 'Grüße, “you”' })

describe('a signature', () => {
  it('is what the public package says it is', () => {
    const secret = makeWebhookSecret()
    const headers = signedHeaders({ id: 'msg_1', body: BODY, now: new Date() }, [secret])
    expect(new Webhook(spokenSecret(secret)).verify(BODY, headers)).toEqual(JSON.parse(BODY))
    expect(() => new Webhook(spokenSecret(secret)).verify(`${BODY} `, headers)).toThrow()
    expect(() => new Webhook(spokenSecret(makeWebhookSecret())).verify(BODY, headers)).toThrow()
  })

  it('holds for whoever has the old secret and for whoever has the new one, where both sign', () => {
    const [old, young] = [makeWebhookSecret(), makeWebhookSecret()]
    const headers = signedHeaders({ id: 'msg_1', body: BODY, now: new Date() }, [young, old])
    for (const secret of [old, young])
      expect(new Webhook(spokenSecret(secret)).verify(BODY, headers)).toEqual(JSON.parse(BODY))
  })
})

describe('a secret', () => {
  it('is spoken as the scheme asks', () => {
    expect(spokenSecret(makeWebhookSecret())).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  })
})
