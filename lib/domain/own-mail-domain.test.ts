import { describe, expect, it } from 'vitest'
import { siteOfMailAddress } from './own-mail-domain.ts'

describe('the site behind an e-mail address', () => {
  it.each([
    ['ana@teablog.example', 'teablog.example'],
    ['ana@mail.teablog.co.uk', 'teablog.co.uk'],
    ['Ana <ANA@TeaBlog.Example>', 'teablog.example'],
    ['press@anna.substack.com', 'anna.substack.com'],
  ])('%s gives away %s', (address, key) =>
    expect(siteOfMailAddress(address)).toEqual({ outletKey: key, url: `https://${key}` }),
  )

  it.each([
    'ana@gmail.com',
    'ana@googlemail.com',
    'ana@YAHOO.co.uk',
    'ana@hotmail.fr',
    'ana@live.com.au',
    'ana@gmx.net',
    'ana@web.de',
    'ana@proton.me',
    'ana@pop.t-online.de',
    'ana@qq.com',
    'x1@privaterelay.appleid.com',
    'ana@substack.com',
    'ana@mail.local',
    'ana@co.uk',
    'not an address',
    '',
  ])('%s gives nothing away', (address) => expect(siteOfMailAddress(address)).toBeNull())
})
