import { parse } from 'tldts'
import { domainOfAddress } from '../mail-address.ts'

// Where anybody may have an address, so that two people there have nothing in common. By the name before the ending ...
const FAMILIES = new Set(
  'gmail googlemail outlook hotmail live msn yahoo ymail rocketmail aol gmx icloud proton protonmail zoho zohomail yandex tutanota tuta fastmail mail email inbox mailbox'.split(
    ' ',
  ),
)
// ... and by the whole of it.
const PROVIDERS = new Set(
  `me.com mac.com web.de t-online.de freenet.de arcor.de posteo.de posteo.net mailbox.org kabelmail.de vodafone.de 1und1.de
  online.de email.de orange.fr free.fr laposte.net sfr.fr wanadoo.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it
  tin.it tim.it iol.it ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl hetnet.nl casema.nl telenet.be skynet.be
  telefonica.net terra.com terra.com.br uol.com.br bol.com.br ig.com.br globo.com sapo.pt wp.pl o2.pl onet.pl onet.eu interia.pl
  interia.eu op.pl poczta.pl vp.pl seznam.cz centrum.cz email.cz azet.sk comcast.net verizon.net att.net sbcglobal.net
  bellsouth.net cox.net charter.net earthlink.net juno.com rogers.com shaw.ca sympatico.ca btinternet.com sky.com virginmedia.com ntlworld.com
  talktalk.net blueyonder.co.uk bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz telia.com bredband.net spray.se
  comhem.se online.no broadpark.no mail.dk pm.me hey.com duck.com bluewin.ch hispeed.ch sunrise.ch a1.net chello.at aon.at
  naver.com daum.net hanmail.net nate.com qq.com 163.com 126.com sina.com sina.cn sohu.com aliyun.com foxmail.com rediffmail.com rambler.ru
  bk.ru list.ru ukr.net abv.bg pobox.com hushmail.com runbox.com mailfence.com startmail.com disroot.org riseup.net privaterelay.appleid.com`.split(
    /\s+/,
  ),
)

/** The registrable domain of an address that belongs to one house; null for an address at a provider for everybody. */
export function houseOfAddress(address: string): string | null {
  const host = domainOfAddress(address).toLowerCase()
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: true })
  if (!domain || !domainWithoutSuffix) return null
  return FAMILIES.has(domainWithoutSuffix) || PROVIDERS.has(domain) || PROVIDERS.has(host) ? null : domain
}
