/** Phrases are looked for in folded sentences without accents, so "dígamelo" stands here as "digamelo". */

const PIECE =
  '(?:posts?|articles?|pieces?|reviews?|guides?|roundups?|round-ups?|episodes?|columns?|stor(?:y|ies)|essays?|issues?|interviews?|videos?|write-?ups?|comparisons?|reports?|tutorials?|recipes?|lists?|series|threads?|talks?|books?|tests?|newsletters?|podcasts?|questions?|questionnaires?|archives?|diar(?:y|ies)|zines?|chapters?|call|request|query)'
const PLACE = String.raw`(?:pages?|sites?|websites?|web ?sites?|blogs?|homepage|profiles?|bio|about|contact|masthead|imprint|impressum|newsletter|podcast|linkedin|instagram|twitter|mastodon|bluesky|youtube|facebook|google|directory|press|search|internet|web|[\w-]{2,60}\.[a-z]{2,10})`
const ADDRESS = '(?:(?:e-?mail ?)?address|e-?mail|contact details|details|contact|name|work|profile)'
const FOUND =
  '(?:found|find|got|came across|come across|stumbled (?:on|upon|across|over)|discovered|saw|seen|spotted|noticed|picked up|took|heard (?:of|about)|learned of|learnt of|have|looked up|met|discovering|finding)'
const READ =
  '(?:read|reading|re-?read|loved|love|enjoyed|enjoy|liked|like|appreciated|listened to|listening to|watched|watching|bookmarked|followed|following|admired?|learn(?:ed|t) from|inspired by|thank you for|thanks for|after|in response to|answering|about|saw|found|came across)'
/** A word that may stand between "your" and its noun: "your long ferry post", not "your readers a post". */
const BETWEEN = String.raw`(?: (?!an?\b|the\b|our\b|my\b|readers\b|audience\b|would\b|could\b|can\b|will\b|may\b|to\b|for\b|with\b|we\b|i\b)[^\s.,;]+)`

const WHERE_FOUND: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:i|we)(?:'ve| have|'d| had)?(?: \w+){0,2}? ${FOUND}\b(?: [^\s,;]+){0,4}? (?:you|your|yours|this address|the address)\b.{0,80}?\b(?:on|at|in|via|through|from|by|thanks to|your|while|when)\b.{0,60}?\b(?:${PLACE}|${PIECE})\b`,
  ),
  new RegExp(
    String.raw`\b${FOUND}\b(?: [^\s,;]+){0,3}? your${BETWEEN}{0,4}? (?:${PLACE}|${PIECE}|${ADDRESS})\b`,
  ),
  new RegExp(
    String.raw`\b(?:your|the) (?:\w+ )?${ADDRESS}\b.{0,40}?\b(?:is|was|on|from|via|through|comes|stands|listed|published|given)\b.{0,60}?\b${PLACE}\b`,
  ),
  /\b(?:gave me|passed me|pointed me to|suggested|recommended|introduced|referred)\b.{0,40}\b(?:you|your)\b|\b(?:i'm|i am|been|we're|we are)(?: [\w-]+){0,3} (?:reader|listener|subscriber|follower) of (?:your|yours)\b/,
]
const THEIR_PIECE: readonly RegExp[] = [
  new RegExp(String.raw`\b${READ}\b(?: [^\s,;]+){0,6}? (?:your|you)\b${BETWEEN}{0,5}? ${PIECE}\b`),
  new RegExp(
    String.raw`\b${READ}\b(?: [^\s,;]+){0,4}? ${PIECE}\b(?: [^\s;]+){0,6}? you (?:wrote|published|made|recorded|did|posted|shared|ran)\b`,
  ),
  new RegExp(
    String.raw`\byour${BETWEEN}{0,4}? ${PIECE} (?:on|about|of|from|where|that|in which|with|called|titled|\()`,
  ),
  new RegExp(
    String.raw`\byour${BETWEEN}{0,4}? ${PIECE}\b(?: [^\s;]+){0,5}? (?:made|struck|stayed|helped|convinced|taught|got me|caught|resonated|says|mentions|lists|covers|saved)\b`,
  ),
]

/** German, French, Spanish, Italian, Dutch and Portuguese put their verbs in many places: one word of each kind will do. */
const FOREIGN_VERB =
  /\b(?:gefunden|gestossen|entdeckt|stammt|gelesen|lese|gehort|gefiel|gefallen|las|hat mir|steht|trouve|trouvee|decouvert|tombee? sur|vu|vue|figure|lu|lisant|aime|adore|ecoute|encontre|encontramos|vi|descubri|consegui|aparece|figura|leido|lei|leyendo|leer|gusto|encanto|escuche|ho trovato|trovato|scoperto|letto|leggendo|piaciuto|ascoltato|gevonden|ontdekt|gelezen|encontrei|achei|li|adorei)\b/
const FOREIGN_PLACE =
  /\b(?:seite|webseite|website|kontaktseite|profil|impressum|blog|verzeichnis|suche|beitrag|beitrage|artikel|folge|podcast|kolumne|geschichte|ratgeber|testbericht|interview|site|page|annuaire|billet|article|chronique|dossier|numero|episode|pagina|perfil|web|sitio|directorio|articulo|resena|entrada|guia|entrevista|episodio|post|sito|profilo|articolo|recensione|puntata|guida|stuk|aflevering|artigo|linkedin|instagram)\b|[\w-]{2,60}\.[a-z]{2,10}\b/
const FOREIGN_THEIRS =
  /\b(?:ihr|ihre|ihren|ihrem|ihrer|sie|dein|deine|deinen|deinem|deiner|dich|euer|eure|euren|votre|vos|vous|ton|ta|tes|tu|te|su|sus|usted|ustedes|tuo|tua|suo|sua|vostro|uw|jouw|je|u|seu|teu)\b/

/** "I found your address on your contact page": a sentence that is there to say it. */
export function saysWhereFound(sentence: string): boolean {
  if (WHERE_FOUND.some((pattern) => pattern.test(sentence))) return true
  return FOREIGN_VERB.test(sentence) && FOREIGN_PLACE.test(sentence) && FOREIGN_THEIRS.test(sentence)
}

/** "I loved your post on ferries": the piece we read, named on the way. */
export function namesTheirPiece(sentence: string): boolean {
  return THEIR_PIECE.some((pattern) => pattern.test(sentence))
}

const EASY_NO: readonly RegExp[] = [
  // English
  /\b(?:rather|prefer)(?: to)? not (?:hear|get|receive|be|have|to|see|talk|read)\b|\b(?:rather|prefer) (?:i|we) (?:didn't|did not|don't|do not|left|stopped|wouldn't)\b|\b(?:you'd|you would|if you) rather not\b|\bprefer (?:no|not)\b|\brather i (?:didn't|stopped|left)\b/,
  /\b(?:don't|do not|didn't|no longer) (?:want|wish|like|care|need)(?: me| us)? (?:to )?(?:hear|get|receive|write|contact|e-?mail|these|any|more|be)\b|\bdon't want (?:to hear|mail|e-?mails?|messages?|this)\b|\bwish (?:not to|to not) (?:hear|be|receive)\b/,
  /\b(?:i|we)(?: won't| will not|'ll not|'ll never| will never| never| wouldn't| would not| shan't| promise not to) (?:\w+ )?(?:write|e-?mail|mail|contact|bother|message|ping|follow up|get in touch|be in touch|reach out|chase|disturb|trouble|nudge)\b(?! (?:about|on|for|with|in)\b)|\b(?:won't|not|never) hear from (?:me|us)\b/,
  /\b(?:just|simply|please|only|can|may|could|do|then|and|to|a) (?:\w+ ){0,2}?(?:say|reply|answer|tell (?:me|us)|write|send|type)(?: (?:me|us|back|with|a|simple|quick|one-word|short))* ["']?(?:no|so|stop|no thanks|no thank you|nope|not for (?:me|us)|pass|leave)\b/,
  /\b(?:say|saying|reply|answer|tell me|tell us) (?:a )?(?:simple |quick )?["']?(?:no|no thanks|no thank you|nope|stop)\b(?! (?:more|one|need|matter|doubt|way|idea|less))/,
  /\b(?:a |one |simple |quick |short |plain )+["']?no(?: thanks| thank you)?["']? (?:is|will|works|does|suffices|would)\b|\bno["']? is (?:a |an |also |perfectly |totally |completely |absolutely |just |always )*(?:fine|ok|okay|good|great|welcome|complete|perfectly|answer|useful|helpful)\b/,
  /\bno (?:worries|problem|hard feelings|harm done|offence|offense|pressure|reply needed|need to (?:reply|answer|respond))\b|\bnot (?:a|to) (?:problem|worry) (?:at all )?if (?:not|you)\b/,
  /\b(?:feel free|welcome|free|fine|ok|okay|happy for you) to (?:\w+ )?(?:ignore|delete|say no|decline|pass|skip|bin|disregard|turn)\b|\b(?:ignore|delete|bin|disregard) (?:this|me|my|it)\b/,
  /\bif (?:this|it|that|these|they)(?:'s| is| are| does|'re)?(?: just| really| simply)? ?(?:not|n't|isn't|aren't|doesn't|don't|is not|does not)(?: \w+){0,3}? (?:for you|interest|fit|suit|right|relevant|your|yours|of interest|a match|helpful|useful|something|sound|work|appeal|speak)\b/,
  /\bif (?:you're not|you are not|you aren't|you have no) (?:\w+ )?(?:interested|interest|keen|into)\b|\bnot interested\b|\bnot (?:quite )?(?:your (?:thing|cup)|for you)\b|\bif not,? (?:just |please |then )?(?:let me know|tell|no\b|that's|say|ignore|all good|fine|do)/,
  /\b(?:unsubscribe|opt(?:ing)?[- ]?out|take you off|remove you|stop writing|stop mailing|leave you (?:alone|in peace|be)|leave it (?:there|at that)|(?:tell|ask) (?:me|us) to (?:stop|go away|leave)|not hear from (?:me|us))\b/,
  // German
  /\b(?:nicht|nichts|keine?n?)\b.{0,40}\b(?:mehr|wieder|weiter\w*)\b.{0,30}\b(?:horen|melde\w*|schreib\w*|kontaktier\w*|anschreib\w*|mails?|e-mails?|nachrichten?|post|erhalten|bekommen|lesen)\b|\b(?:melde|schreibe|kontaktiere|belastige|storen?)\b.{0,30}\b(?:nicht|nie)\b/,
  /\b(?:kein interesse|nicht interessiert|kein problem|nichts fur (?:sie|dich|euch)|passt (?:es |das )?nicht|nicht passt|lieber nicht|nicht horen|ein(?:faches|kurzes|e)? (?:kurzes |einfaches )?nein|sagen sie (?:einfach|gern|ruhig)|sag (?:einfach|gern|ruhig|mir)|abmelden|abbestellen|nicht (?:mochten|mochtest|wunschen|wollen|willst))\b/,
  // French
  /\b(?:ne|n')\b ?.{0,50}\b(?:plus|pas|jamais)\b.{0,40}\b(?:recontacter\w*|ecrir\w*|contacter\w*|recevoir|interess\w*|derang\w*|solliciter\w*|messages?|relancer\w*)\b|\b(?:recontacterai|ecrirai|derangerai|relancerai|solliciterai)\b.{0,20}\b(?:pas|plus)\b|\b(?:n'|ne )(?:vous |t')?interesse pas\b/,
  /\b(?:un simple non|dites(?:-le)?-moi|dis-le-moi|dites(?:-moi)? non|dire non|pas interesse\w*|aucun souci|pas de souci|sans souci|pas de probleme|preferez (?:ne pas|que je)|preferes (?:ne pas|que je)|desinscri\w*|ne (?:souhaitez|voulez|desirez|souhaites|veux) (?:pas|plus))\b/,
  // Spanish
  /\bno\b.{0,30}\b(?:volver\w*|escribir\w*|contactar\w*|molestar\w*|recibir|insist\w*)\b|\bno (?:te|le|les|os) (?:interesa|interese|apetece|encaja)\b|\b(?:prefiere|prefieres|preferis|prefieren) (?:no|que no)\b/,
  /\b(?:un simple no|basta (?:con )?(?:un|decir)|dimelo|digamelo|decidmelo|sin problema|no pasa nada|sin compromiso|darse de baja|date de baja|no (?:quiere|quieres|desea|deseas|quereis))\b/,
  // Italian, Dutch, Portuguese
  /\b(?:se non (?:ti|le|vi|sei|e|desidera|vuoi|vuole)|non (?:ti|le|vi) (?:scrivero|disturbero|contattero)|basta un no|nessun problema|preferisc\w+ (?:non|che non))\b/,
  /\b(?:geen (?:interesse|probleem)|liever niet|niet (?:meer|opnieuw) (?:mailen|schrijven|horen|benaderen)|niet geinteresseerd|laat het (?:me|mij|ons) (?:gerust )?weten|nee is)\b/,
  /\b(?:se nao (?:quiser|tiver|for|te|lhe)|nao (?:voltarei|volto) a|um simples nao|sem problema|prefer\w+ que nao|sem interesse)\b/,
]

/** "If you'd rather not hear from me, tell me and I won't write again." */
export function saysNoIsFine(sentence: string): boolean {
  return EASY_NO.some((pattern) => pattern.test(sentence))
}
