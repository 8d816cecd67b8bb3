import { checkMailAddress, domainOfAddress } from './mail-address.ts'
import { outletKeyOf } from './outlet-key.ts'

/** Where anybody may have an address: mail for everyone, and of those who sell people their way to the internet. */
const ANYBODYS = new Set(
  (
    'gmail.com googlemail.com outlook.com msn.com icloud.com me.com mac.com aol.com aim.com ymail.com rocketmail.com ' +
    'proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me ' +
    'fastmail.com fastmail.fm zoho.com zohomail.eu hey.com hushmail.com mail.com email.com usa.com post.com ' +
    'inbox.com mailbox.org posteo.de posteo.net posteo.eu disroot.org riseup.net duck.com mozmail.com simplelogin.com ' +
    'web.de email.de t-online.de magenta.de freenet.de arcor.de online.de vodafone.de unitymail.de mail.de kabelmail.de ' +
    'bluewin.ch hispeed.ch sunrise.ch aon.at chello.at kabsi.at inode.at ' +
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr ' +
    'libero.it virgilio.it tin.it tiscali.it alice.it email.it inwind.it iol.it fastwebnet.it ' +
    'telefonica.net ono.com terra.es movistar.es sapo.pt clix.pt netcabo.pt ' +
    'telenet.be skynet.be proximus.be scarlet.be ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl home.nl hetnet.nl ' +
    'casema.nl upcmail.nl chello.nl quicknet.nl zonnet.nl online.nl telia.com telia.se bredband.net comhem.se spray.se ' +
    'online.no broadpark.no getmail.no mail.dk jubii.dk stofanet.dk tdcadsl.dk saunalahti.fi elisanet.fi kolumbus.fi ' +
    'seznam.cz email.cz centrum.cz volny.cz post.cz atlas.sk azet.sk zoznam.sk wp.pl o2.pl onet.pl onet.eu op.pl ' +
    'interia.pl interia.eu poczta.fm gazeta.pl tlen.pl freemail.hu citromail.hu abv.bg mail.bg ' +
    'mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ya.ru ukr.net i.ua meta.ua ' +
    'btinternet.com btopenworld.com sky.com virginmedia.com virgin.net ntlworld.com talktalk.net blueyonder.co.uk ' +
    'tiscali.co.uk plusnet.com plus.net eircom.net ' +
    'comcast.net xfinity.com verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net rr.com ' +
    'earthlink.net optonline.net frontier.com windstream.net centurylink.net juno.com netzero.net ' +
    'shaw.ca rogers.com sympatico.ca bell.net telus.net videotron.ca cogeco.ca ' +
    'bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au westnet.com.au internode.on.net xtra.co.nz ' +
    'uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com prodigy.net.mx ' +
    'qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn ' +
    'naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com ' +
    'rediffmail.com sify.com indiatimes.com'
  ).split(' '),
)
/** Houses of mail for everyone with an address in every country: "yahoo.co.uk", "hotmail.fr". */
const HOUSES =
  /^(?:yahoo|hotmail|live|outlook|gmx|yandex|aol|windowslive|googlemail)\.(?:[a-z]{2,4})(?:\.[a-z]{2})?$/
/** Addresses made to hide where mail goes. */
const HIDING = /(?:^|\.)(?:privaterelay\.appleid\.com|users\.noreply\.github\.com|relay\.firefox\.com)$/

/**
 * The site that an e-mail address gives away: its domain, where that is somebody's own. Null for freemail, internet
 * providers and platforms, where a domain says nothing of who writes.
 */
export function siteOfMailAddress(address: string): { outletKey: string; url: string } | null {
  const checked = checkMailAddress(address)
  if (!checked.ok) return null
  const domain = domainOfAddress(checked.address)
  if (isAnybodys(domain)) return null
  const outlet = outletKeyOf(domain)
  if (!outlet.ok || outlet.key.includes('/') || isAnybodys(outlet.key)) return null
  return { outletKey: outlet.key, url: `https://${outlet.key}` }
}

function isAnybodys(domain: string): boolean {
  return ANYBODYS.has(domain) || HOUSES.test(domain) || HIDING.test(domain)
}
