/** What a word to readers about a gift or a payment says was behind the piece. */
export type DisclosureKind = 'gift' | 'ad' | 'affiliate' | 'paid'

/**
 * The usual words, a language a line. Each stands as whole words, in any case. Sources: FACTS.md, section 3 (16 CFR 255,
 * CAP and CMA, UCPD and the national rules); the list itself is what bloggers write, and is not complete.
 */
const PHRASES: Readonly<Record<DisclosureKind, readonly string[]>> = {
  gift: [
    '#(?:gifted|gift|prgift|prgifted|giftedproduct|prsample|freebie|kindlygifted|invited)|\\((?:gifted|pr gift|pr sample)\\)|\\[(?:gifted|pr gift|pr sample)\\]',
    '(?<=[|/*–—]\\s?)gifted|(?:was|were|been|is|are|kindly|generously|pr|press)[ -]gifted|gifted (?:by|to me|to us|me|us|item|items|product|products|stay|experience|post|review|pr|press)|(?:this|these) (?:.{1,30} )?(?:was|were) (?:a gift|gifts) from',
    '(?:pr|press|review|editorial|media) (?:samples?|gift|gifts|package|parcel|copy|copies|unit|units|loan|trip|stay)',
    '(?:kindly|generously|very kindly) (?:sent|provided|supplied|gave|given|donated|loaned|lent|offered|hosted)',
    '(?:sent|gave|gifted|supplied|offered|mailed|posted|shipped) (?:me|us) .{1,80}?(?:to (?:try|test|review|keep)|for (?:free|review|testing)|free of charge|at no (?:cost|charge)|as a gift|complimentary)',
    '(?:received|got|been given|was given|were given|provided|supplied|sent) .{0,80}?(?:free of charge|for free|at no (?:cost|charge)|as a gift|complimentary|in exchange for|(?:for|to) review)',
    '(?:a |the )?(?:complimentary|free) (?:product|products|sample|samples|stay|ticket|tickets|copy) (?:from|by|courtesy of|to review|for review|in exchange)',
    'in (?:exchange|return) for (?:an? |my |our |this )?(?:honest |unbiased |fair |independent |impartial |,)*(?:review|reviews|feedback|opinion|opinions|post|mention|coverage|article|write-up|link)',
    '(?:as|being) (?:a |the )?guests? of (?:the )?(?:hotel|brand|resort|company|tourist board|tourism board)|(?:hosted|press) (?:stay|trip) (?:by|with|at)',
    '(?:pr[- ]?(?:sample|samples|muster|geschenk|paket)|pressesample|presse-?muster|testmuster|testexemplar|rezensionsexemplar|testprodukt|produkttest mit)',
    '(?:kostenlos|kostenfrei|gratis|unentgeltlich|umsonst) (?:.{0,40} )?(?:zur verfügung gestellt|erhalten|bekommen|zugeschickt|zugesandt|überlassen|gestellt|zum test(?:en)?)|(?:mir|uns) (?:.{0,60} )?(?:zur verfügung gestellt|zugeschickt|zugesandt|geschenkt)|zum test(?:en)? (?:erhalten|bekommen|geschickt|zugeschickt|zur verfügung)',
    "(?:produits?|articles?|exemplaires?|livres?|séjour|échantillons?) (?:qui (?:m|nous) ?.{0,9}(?:été|est) )?(?:offerts?|reçus? gratuitement|envoyés? gratuitement|envoyés? par)|(?:offerts?|envoyés? gracieusement|gracieusement (?:offerts?|envoyés?|prêtés?)) par|(?:m|nous) ?['’]?(?:a|ont|avez) (?:.{0,20} )?(?:gentiment|gracieusement) (?:offert|envoyé|prêté)e?s?|reçue?s? gratuitement|échantillon presse|service de presse|en échange d['’]un avis",
    '(?:productos?|artículos?|muestras?) (?:regalad|cedid|gratuit|enviad)[oa]s? (?:por|de)|(?:me|nos) (?:ha|han) (?:regalado|enviado|cedido)|a cambio de (?:una |un |mi )?(?:reseña|opinión|artículo)|muestra de prensa|cortesía de la marca|(?:recib\\S+|obtuv\\S+) .{0,60}?(?:gratis|gratuitamente|sin coste)',
    '(?:prodott[oi]|campion[ei]|articol[oi]) (?:.{0,30} )?(?:in omaggio|omaggio|ricevut[oi] in regalo|ricevut[oi] gratuitamente|offert[oi] da|gentilmente)|(?:mi|ci) (?:è stat[oa]|sono stat[ie]|ha|hanno) (?:gentilmente |generosamente )?(?:inviat|regalat|omaggiat|offert|fornit)[oaie]|gentilmente (?:offert|inviat|fornit|concess)[oaie]|in cambio di una recensione|#(?:prodottofornitoda|suppliedby|omaggio)',
    '(?:gratis|kosteloos|kado|cadeau) (?:ontvangen|gekregen|toegestuurd|opgestuurd|ter beschikking)|(?:kosteloos|gratis) (?:ter beschikking|beschikbaar) gesteld|in ruil voor (?:een |mijn )?(?:eerlijke )?(?:review|recensie|mening)|pr-pakket(?:je)?|recensie-?exemplaar|#(?:gekregen|kreeg|gifting)',
  ],
  ad: [
    '(?:ad|advert|werbung|anzeige|publicité|publicidad|advertentie) ?[|] ?(?=\\p{L})|#(?:ad|ads|advert|advertisement|advertising)|\\[(?:ad|advert|advertisement)\\]|\\((?:ad|advert|advertisement)\\)|(?:paid|this is an|is an|contains an|contains) (?:ad|advert|advertisement|advertising)|advertisement feature|advertorial|advertising feature',
    '#(?:werbung|anzeige|reklame)|\\[(?:werbung|anzeige)\\]|\\((?:werbung|anzeige)\\)|(?:unbezahlte|unbeauftragte|bezahlte|enthält|dieser beitrag (?:enthält|ist)|dieser artikel (?:enthält|ist)) werbung|werbung (?:da|weil|wegen|ohne auftrag|durch|unbezahlt|mit|\\(|\\|)|als (?:werbung|anzeige) gekennzeichnet|werbebeitrag|werbekennzeichnung',
    '#(?:pub|publicité|publicite|collaborationcommerciale)|collaboration commerciale|communication commerciale|contenu publicitaire|publi-?(?:rédactionnel|reportage|communiqué)',
    '#(?:publi|publicidad|anuncio|publireportaje)|contenido publicitario|publirreportaje|publicidad pagada',
    '#(?:adv|pubblicità|pubblicita|advertising)|contenuto pubblicitario|messaggio pubblicitario|comunicazione commerciale|redazionale pubblicitario|informazione pubblicitaria',
    '#(?:advertentie|reclame)|(?:deze post|dit artikel|dit bericht) (?:is|bevat) (?:een )?(?:advertentie|reclame)',
  ],
  affiliate: [
    '#(?:aff|affiliate|affiliatelink|affiliatelinks)|(?:affiliate|referral|partner|commission)[ -]?links?|affiliate (?:commission|partner|partners|relationship)|(?:earn|receive|get|make) (?:us |me |a |an )?(?:small |tiny |little |affiliate )?(?:commission|percentage|kickback)|as an amazon associate|commission (?:if|when|from|on) (?:you|qualifying|purchases)',
    '(?:affiliate|partner|werbe|provisions|empfehlungs)[ -]?links?|affiliate-?programm|(?:erhalte|erhalten|bekomme|bekommen) (?:ich |wir )?(?:eine |dafür )?(?:kleine |geringe )?provision|mit \\* (?:gekennzeichnete|markierte)',
    "liens? (?:d['’]affiliation|affiliés?|sponsorisés?|partenaires?)|(?:touche|perçois|reçois) une (?:petite )?commission",
    'enlaces? (?:de )?afiliad[oa]s?|enlaces? de afiliación|(?:recibo|recibimos|gano|llevo) una (?:pequeña )?comisión',
    'link (?:di affiliazione|affiliat[oi]|sponsorizzat[oi])|(?:ricevo|riceviamo|guadagno|percepisco) una (?:piccola )?(?:commissione|percentuale)',
    '(?:affiliate|partner)-?links?|(?:ontvang|krijg|verdien) (?:ik |wij |we )?(?:een )?(?:kleine )?(?:commissie|vergoeding)',
  ],
  paid: [
    '#(?:sponsored|sponsor|spon|sp|paidpartnership|paidpartner|partner|brandpartner|paidpost|sponsoredpost)|sponsored (?:post|by|content|article|review|video|feature|partnership|collaboration|link|links|blog post)|(?:post|article|review|content|piece) (?:is|was|has been) (?:kindly )?sponsored',
    'paid (?:partnership|promotion|collaboration|post|placement|content|for by|sponsorship|partner)|(?:in|a) (?:paid |brand )?(?:partnership|collaboration) with|(?:i|we) (?:was|were|am|are|have been|has been) (?:compensated|paid|sponsored) (?:for|by|to)|brand (?:partnership|ambassador)|promotional consideration|created in (?:partnership|collaboration)',
    '(?:bezahlte|bezahlter|entgeltliche|vergütete) (?:partnerschaft|kooperation|anzeige|beitrag|zusammenarbeit)|gesponser(?:t|te|ter|tes|ten) (?:von|durch|beitrag|post|artikel)|(?:beitrag|artikel|post) (?:wurde |ist )?gesponsert|in (?:bezahlter |freundlicher )?(?:kooperation|zusammenarbeit) mit|kooperation mit',
    '(?:articles?|billets?|contenus?|posts?|partenariats?) (?:sponsorisé|rémunéré|payé)s?|sponsorisée?s? par|partenariat (?:rémunéré|commercial|payant)|en (?:partenariat|collaboration) avec',
    '(?:post|entrada|artículo|contenido|colaboración|publicación) (?:patrocinad[oa]|pagad[oa]|remunerad[oa]|promocionad[oa])|patrocinad[oa] por|en colaboración con|colaboración con la marca',
    '(?:post|articolo|contenuto|video) sponsorizzat[oi]|sponsorizzat[oa] da|in collaborazione con|collaborazione (?:retribuita|a pagamento)|partnership (?:retribuita|a pagamento)',
    'gesponsor(?:d|de) (?:door|artikel|post|bericht|content|samenwerking)|betaalde (?:samenwerking|partnership|promotie)|in samenwerking met|#(?:samenwerking|betaaldesamenwerking)',
  ],
}

/** A label before the piece: "AD | ...", "Werbung: ...". Alone in its line, the same word is mostly the label of an advertisement beside the piece. */
export const LABELS =
  /^[*[(–—-]{0,3} ?(?:AD|Ad|ad|advert|advertisement|gifted|Gifted|GIFTED|sponsored|Sponsored|SPONSORED|affiliate|werbung|Werbung|WERBUNG|anzeige|Anzeige|ANZEIGE|publicité|Publicité|PUBLICITÉ|publicidad|Publicidad|PUBLICIDAD|pubblicità|Pubblicità|advertentie|Advertentie) ?[\])*]{0,3}(?: ?[|:] ?| [–—/-]{1,2} )(?=\S)/gmu

/** Just before a phrase, these turn it round: "this post is not sponsored", "kein bezahlter Beitrag". */
export const NEGATED =
  /(?:\b(?:not|never|no|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|without|non|pas|sin|senza|niet|geen|zonder|nicht|kein|keine|keinen|keiner|keinerlei|ohne|nessun|nessuna|ningún|ninguna|aucun|aucune)|n['’]est pas|n['’]a pas été)(?:\s+(?:a|an|any|been|was|in|in any way|ein|eine|einen|un|une|una|uno|een|by way of|this|being|it|ist|wurde|is|es|è|est)){0,3}\s*$/iu

/** A block that is only this names a page or a shop window, and tells nobody anything about the piece. */
export const IS_NAVIGATION =
  /^(?:(?:our |my |the |full )?(?:affiliate|advertising|advertiser|sponsorship|gifting|pr) (?:disclosure|disclosures|disclaimer|policy|statement|programme|program|links?)|disclosures?|disclaimer|advertis(?:e|ing)(?: with us| here)?|work with (?:me|us)|sponsored(?: (?:posts|content|links?))?|advertorials?|partner ?links?|brand partnerships?|collaborations?|werbung|anzeigen?|werbepartner|kooperationen|publicité|publicidad|pubblicità|advertenties?|adverteren)[\s.:›»→]*$/iu

/** Each kind's phrases as one search for whole words. */
export const DISCLOSURE_SEARCHES: readonly { kind: DisclosureKind; phrases: RegExp }[] = (
  ['gift', 'ad', 'affiliate', 'paid'] as const
).map((kind) => ({
  kind,
  phrases: new RegExp(
    `(?<![\\p{L}\\p{N}_#])(?:${PHRASES[kind].join('|')})(?:(?<=[|] ?)|(?![\\p{L}\\p{N}_]))`,
    'giu',
  ),
}))
