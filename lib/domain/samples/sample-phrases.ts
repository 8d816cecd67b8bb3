/**
 * What may not go with a gift, in folded words without accents, beyond what no letter may say (condition-phrases.ts). In a
 * letter one may ask for a link politely; beside a gift the same words make it a bargain. FACTS.md, sections 2 and 3.
 */

/** Ours, and what is ours: "please link the straps" asks for nothing. */
const OURS =
  '(?:us|me|ours?|it|them|back|the (?:shop|store|site|website|brand|product page)|our (?:shop|store|site|website|brand|product|page|home ?page|blog|account|handle|name|link|[\\w-]+ (?:shop|store|site|page)))'
const SHOW = `(?:(?:back)?link(?: back)?(?: to)?|mention|credit|tag(?= (?:us|me|our)\\b)|feature|cite|recommend|review|blog about|write about|post about|talk about|shout out) ${OURS}`
const PUBLISH = `(?:write|publish|post|leave|do|make|give us|share|place|put|add|include|insert|set|use|send us|pop|drop) (?:up )?(?:(?:a|an|the|your|one|some|our) )?(?:[\\w-]+ ){0,2}?(?:(?:back)?links?|mentions?|reviews?|shout-?outs?|write-?ups?|ratings?|hashtags?|blog ?posts?|articles? about|posts? about|stor(?:y|ies) about)`
const DO = `(?:${SHOW}|${PUBLISH})`
const WORK = 'post|article|review|piece|write-?up|video|story|reel|link|mention|feature|blog ?post'

/** Asking for it, denied by nothing: "don't forget to tag us" is no denial. */
export const ASKED_ANYWAY: readonly RegExp[] = [
  /\bno (?:link|review|post|mention|article),? no (?:sample|product|gift|deal|parcel|bag|item|goods|freebie)\b/g,
  new RegExp(
    String.raw`\b(?:don't forget|do not forget|remember|make sure|be sure|never forget|please ensure|ensure)\b(?: that)?(?: you)?(?: to)? (?:${DO}|the (?:back)?link|your (?:review|post|link))\b`,
    'g',
  ),
  /\bn'oubliez pas (?:le lien|de nous (?:mentionner|citer|taguer))|\bvergiss nicht,? uns zu (?:verlinken|erwahnen)|\bno olvides (?:enlaz|mencion|etiquet)\w*/g,
]

export const ASKS: readonly RegExp[] = [
  // please link to us
  new RegExp(String.raw`\b(?:please|kindly|pls)(?: also| do| just| then| simply| remember to)* ${DO}\b`, 'g'),
  new RegExp(
    String.raw`\b(?:could|can|would|will) you(?: please| also| perhaps| maybe| kindly| be so kind as to| be kind enough to)* ${DO}\b`,
    'g',
  ),
  new RegExp(
    String.raw`\b(?:we|i)(?:'d| would| will|'ll)? (?:really |so |very much |just |only )*(?:love|like|appreciate|welcome|be (?:so |very |most )?(?:grateful|thankful|happy|glad|delighted)|ask|want|need)(?: it| for| that| to see| to have| to get)*(?: if)?(?: you)?(?: to| could| would| can)? ${DO}\b`,
    'g',
  ),
  /\b(?:we|i)(?:'d| would| will|'ll) (?:really |so |very much )*(?:love|like|appreciate|welcome|be (?:grateful|thankful|happy|glad) (?:for|about)) (?:to (?:see|have|get) )?(?:an?|your|some|the) (?:[\w-]+ ){0,2}?(?:(?:back)?links?|mentions?|reviews?|shout-?outs?|write-?ups?|ratings?|tags?|posts? (?:about|on|with))\b/g,
  /\b(?:add|put|include|list|place|insert) (?:us|our (?:shop|store|site|page|brand|name))\b[^.;]{0,20}? (?:to|on|in|into) (?:your|the|one)\b|\b(?:and|then|please) tag (?:us|me|our)\b|\buse (?:the (?:tag|hashtag) |our (?:tag|hashtag) )?#(?!ad\b|gift|werbung|anzeige|sponsored|pr)\w+/g,
  /\b(?:do|please|kindly|always) mention (?!that|it|this|the|in|where|how|if|to|when|so|your)\w+/g,
  /\buse (?:the |our |this )?(?:keyword|anchor|phrase|wording|link text)\b/g,
  // when it is up
  /\b(?:once|when|after|as soon as|until) (?:you(?:'ve| have)? (?:already |just )?(?:posted|published|reviewed|linked|tagged|mentioned us|featured|written about)(?! (?:it |them |the \w+ )?(?:back|off)\b)(?! the (?:instructions|manual|parcel|label|letter))|(?:your|the) (?:[\w-]+ )?(?:post|article|review|piece|write-?up|video|story|link|mention|feature)(?:'s| is| has been| goes| went| gets| comes)? (?:live|up|out|online|published|posted|placed|done))\b/g,
  // by when, and how many
  new RegExp(
    String.raw`\b(?:your|the|a) (?:${WORK})s?\b(?! of)[^,;]{0,30}? (?:by|within|before|no later than|inside of) (?:the (?:end|\d|first|last|next)|end|\d|a (?:week|month|fortnight)|two|three|four|one|next|this|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)`,
    'g',
  ),
  /\b(?:one|two|three|\d+) (?:instagram |feed |blog )?(?:posts?|stories|reels|videos|articles) (?:and|plus|with|about|per|for|are|is|would)\b|\bdeliverables?\b|\bcontent rights\b/g,
  // what is hoped for aloud
  /\b(?:look(?:ing)? forward to|can't wait (?:for|to (?:see|read))|cannot wait (?:for|to (?:see|read))|count(?:ing)? on|hop(?:e|ing) for|expect(?:ing)?|await(?:ing)?|trust(?:ing)? (?:in|on)|rely(?:ing)? on)(?: to)?(?: (?:seeing|reading|getting|receiving|see|read|get))? (?:your|a|an|the|some) (?!next|other|future|new |guide)(?:[\w-]+ ){0,2}?(?:(?:back)?links?|mentions?|reviews?|shout-?outs?|write-?ups?|coverage|(?:post|article|piece)s? (?:about|on|featuring|with))\b/g,
  // agreements
  /\bby (?:accepting|taking|keeping|opening)\b[^.;]{0,40}\byou (?:agree|commit|undertake|promise|accept)\b|\byou(?:'ll| will| would| have to| need to| must)? (?:agree|commit|undertake|promise) to\b|\b(?:signed? (?:our|the) (?:agreement|contract|terms))\b/g,
  /\b(?:to|in order to) (?:receive|get|keep|qualify|earn|claim|unlock)\b[^.;]{0,30},? (?:you|please|just|simply|all you)\b[^.;]{0,40}\b(?:link|mention|post|review|write|tag|share|publish|feature)/g,
  // keep it if, send it back if not
  /\b(?:keep|have) (?:it|them|this|that|one|the [\w-]+)\b[^.;]{0,40}\b(?:if|once|when|as long as|provided|after|because)(?: that)? (?:you|your|the|a)\b[^.;]{0,30}?\b(?:link|mention|posted|post about|publish|write|wrote|review|feature|tag|article|piece|goes live|is live|is up)/g,
  /\b(?:link|mention|post|review|article|write|publish|feature)\b[^.;]{0,80}[,;] ?(?:otherwise|if not|or else)\b[^.;]{0,40}\b(?:send|return|ship|give|pay|charge|invoice)\b/g,
  /\b(?:if|unless) (?:you (?:don't|do not|cannot|can't|decide not to|would rather not|write|post|publish)|there is no|nothing|no)\b[^.;]{0,60}?\b(?:send|return|ship) (?:it|them|the [\w-]+|this) ?(?:back)?|\b(?:invoice|charge|bill) you\b[^.;]{0,60}\b(?:link|mention|post|review|article|written)\b/g,
  /\b(?:return|send|ship|give) (?:it|them|the [\w-]+)\b[^.;]{0,50}\b(?:if|unless) (?:you (?:do not|don't|cannot|can't|never)|nothing is|no) ?[^.;]{0,20}\b(?:publish|post about|write|written|link|mention|review)/g,
  // praise
  /\b(?:leave|write|give|post|want|need|get|appreciate|love|hope for|for|with|expect) (?:us |me |it )?(?:an? |some )?(?:[\w-]+ )?(?:positive|good|favou?rable|glowing|nice|raving|great|five[- ]?stars?|5[- ]?stars?|4\+ stars?)(?: \w+)? (?:reviews?|ratings?|mentions?|write-?ups?|feedback)\b|\b(?:five|5)[- ]?stars? (?:please|would|on|for us)\b/g,
  // German, French, Spanish, Italian, Dutch, Portuguese
  /\bbitte\b[^.;]{0,40}\b(?:verlink|erwahn|markier(?:e|en|t) (?:uns|unser)|bewert(?:e|en|et) (?:uns|es))|\b(?:freuen? (?:uns|mich)|rechnen|zahlen) (?:schon )?auf (?:deinen|ihren|einen|die|eine) (?:beitrag|link|erwahnung|verlinkung|bewertung|rezension)/g,
  /\bmerci d(?:e |')(?:mettre|ajouter|inclure|faire|placer|inserer|nous (?:mentionner|citer|taguer))|\bveuillez (?:mettre|ajouter|inclure|nous (?:mentionner|citer))|\bcomptons sur (?:un|votre|ton) (?:lien|article|avis)/g,
  /\bpor favor,? (?:enlaz|mencion|etiquet|incluy|pon )|\bper favore,? (?:linka|menziona|tagga|inserisci|aggiungi)|\bgraag een (?:link|vermelding|review)|\bpor favor,? (?:inclu[ai]|mencion[ea]|coloque) (?:um|o|a)? ?(?:link|nossa|nosso)?/g,
]

/** Readers are not to know: the one thing worse than a condition. */
export const HIDES: readonly RegExp[] = [
  /\b(?:no need to|need not|needn't|don't|do not|rather not|better not|without|(?:not|n't) (?:have|need) to|avoid|never|not)(?: \w+)? (?:mention(?:ing)?|say(?:ing)?|tell(?:ing)?|disclos(?:e|ing)|mark(?:ing)?|label(?:l?ing)?|writ(?:e|ing)|reveal(?:ing)?|admit(?:ting)?)(?: \w+){0,3}? (?:that )?(?:(?:the|it|this|it's|they|as|them|any|a|an|your|post|link|with|was|is|were|being|we|you|got|had) ){0,5}(?:gift(?:ed)?|free|sponsored|ad|advert\w*|sent (?:it|you)|sent by us|from us|paid|disclosure|no-?follow)\b/g,
  /\b(?:keep|stays?|remains?) (?:it|this|that)? ?(?:just |strictly )?(?:between (?:us|you and me)|our (?:little )?secret|to yourself)\b|\bas if you(?:'d| had)? (?:bought|paid for|chosen)\b|\b(?:no|without) (?:a |any |the )?(?:disclosure|disclaimer|#ad|gifted (?:tag|label)|ad label)s?\b(?: (?:is |are )?(?:needed|necessary|required|please))?/g,
]

/** Links of ours that help with the thing itself: "link to our size guide, if you wonder how it fits". */
export const OWN_HELP =
  /\b(?:the |a |here is (?:a |the )|you(?:'ll| will) find (?:a |the ))?links? (?:to|for) (?:our|the) (?:[\w-]+ ){0,2}?(?:guide|chart|manual|instructions|page on|tips|size|sizes|warranty|care|form|label|video|terms|map|faq)\b/g

/** They may keep it, whatever comes. */
export const KEEPS: readonly RegExp[] = [
  /\byours to keep\b|\b(?:keep|have) (?:it|them|this|one|the [\w-]+) (?:either way|anyway|regardless|whatever|no matter|in any case|whether)|\b(?:it|this|that|they|the [\w-]+)(?:'s| is|'re| are| stays| stay| remains)? yours\b[^.!?]{0,20}(?:either way|whatever|whether|no matter|anyway|regardless|in any case|to keep|, full stop|for good)|\b(?:either way|whatever (?:you|happens|comes)|in any case|no matter what),? (?:it|this|the [\w-]+)(?:'s| is| stays) yours\b/,
  /\b(?:no|without(?: any)?) (?:strings|obligations?|conditions?|expectations?|catch|small print|commitment)\b|\bwhether or not you\b|\bno matter (?:whether|if) you\b|\beven if you (?:never|don't|do not|write nothing)\b/,
  /\b(?:expect|ask|want|need)(?:ing|s)? (?:absolutely )?nothing\b|\bnothing (?:is |at all is )?(?:expected|asked|owed|wanted|needed|required)\b|\byou(?:'ll)? owe (?:us |me )?nothing\b|\bnothing in return\b|\bin return (?:i|we) (?:promise|expect|want|ask for?|need) nothing\b/,
  /\b(?:you )?(?:do not|don't|needn't|need not|never) (?:(?:have|need|feel you have|feel obliged|be) )?(?:to )?(?:write|mention|post|link|review|publish|feature|owe)\b|\b(?:no|not a) (?:[\w-]+, )*(?:[\w-]+ )?(?:review|link|mention|post|article)s?(?: or [\w-]+)? (?:is |are )?(?:needed|expected|required|asked|necessary|wanted|owed)\b|\bjust a gift\b|\ba gift is a gift\b/,
  /\b(?:so oder so|in jedem fall|auf jeden fall|egal,? ob|ob (?:du|sie|ihr)\b.{0,40}\boder nicht|ohne (?:gegenleistung|verpflichtung|bedingung|haken)|unverbindlich)\b/,
  /\b(?:quoi qu'il arrive|dans tous les cas|sans (?:contrepartie|obligation|engagement|condition)|que vous en parliez ou non)\b|\b(?:sin (?:compromiso|condiciones|obligacion)|en cualquier caso|tanto si)\b/,
  /\b(?:senza (?:impegno|obblighi|condizioni)|in ogni caso)\b|\b(?:zonder (?:verplichting\w*|voorwaarden|tegenprestatie)|hoe dan ook|in elk geval)\b|\b(?:sem (?:compromisso|obrigac\w+|condicoes)|de qualquer (?:forma|maneira))\b/,
]

const GIFT_WORD =
  '(?:gift(?:ed)?|given|free|sent|got it from|came from us|from us|sponsored|#?ad|advert\\w*|no-?follow|where it came from|how you got it|who sent)'

/** How to tell their readers. */
export const TELLS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:say|tell|disclos\w+|mark|label|mention|note|add|state|make (?:it )?clear|let (?:your|the) readers know|write|show|be open|own up)\b[^.!?]{0,90}\b${GIFT_WORD}\b`,
  ),
  /\bdisclos(?:e|ing|ure)\b|\breaders? (?:should|ought to|may|deserve to|have a right to|want to|need to|must|have to) know\b/,
  /\b(?:sag|schreib|kennzeichne|erwahn|gib|geben|nenn|weis)\w*\b[^.!?]{0,80}\b(?:geschenk\w*|geschickt|kostenlos|werbung|anzeige|von uns)\b|\b(?:geschenk\w*|werbung|anzeige)\b[^.!?]{0,60}\b(?:kennzeichn\w+|dazu ?sag\w*|dazu ?schreib\w*)/,
  /\b(?:precis|indiqu|mentionn|signal|dit|dites|ecri)\w*\b[^.!?]{0,80}\b(?:offert\w*|cadeau|publicite|gratuit\w*|envoye\w*|sponsorise\w*)\b/,
  /\b(?:indi[cq]|mencion|senal|aclar|di|diga|diz|avis|escrib|escrev)\w*\b[^.!?]{0,80}\b(?:regalo|regalad\w+|gratis|publicidade?|cedid\w+|oferecid\w+|oferta|enviad\w+)\b/,
  /\b(?:scriv|indic|dic|dich|segnal|specif)\w*\b[^.!?]{0,80}\b(?:omaggio|regal\w+|gratis|pubblicita|adv)\b|\b(?:vermeld|zeg|schrijf|geef)\w*\b[^.!?]{0,80}\b(?:cadeau|gratis|advertentie|gekregen|gestuurd)\b/,
]
