// What people write when they want no more mail, or say no. Folded, without accents; one sentence at a time.
// The words are kept apart by language; each list is tried on every sentence, since people mix.

const STOP_EN = [
  '(?:please |kindly |just )?(?:stop|quit|cease)(?: with)?(?: all| any)?(?: of)?(?: these| those| your| the| sending| writing| contacting| e?-?mailing| messaging| spamming| bothering| pestering)+(?: me| us)?',
  "(?:do not|don't|dont|never|please no longer) (?:ever )?(?:contact|e?-?mail|write|message|mail|approach|bother|pester|reach out)(?: to)? (?:me|us|this address|here|again|any ?more|any further)",
  "(?:do not|don't|never) (?:ever )?(?:send|write)(?: to)? (?:me|us) (?:any ?(?:more|thing|further)|again|further|more|e?-?mails?|messages?)",
  'no (?:more|further) (?:e?-?mails?|messages?|mails?|contact|follow-?ups?|pitches)',
  '(?:please )?(?:remove|delete|erase|take|strike) (?:me|us|my|our)(?: \\S+){0,4} (?:from|off|address|data|details|list|record|contact|database)',
  '(?:take|get) (?:me|us) off',
  '(?:please |kindly |^)unsubscribe(?: me| us| my| this|$|\\W{0,3}$)',
  '(?:want|wish|like|ask|asking|asked|request) (?:you )?(?:to )?(?:be )?(?:unsubscribed?|opt(?:ed)? out|removed)',
  '(?:opt|opting) (?:me |us )?out(?:$|\\W{0,3}$| of (?:these|your|any|all|further))',
  "(?:do not|don't) (?:want|wish)(?: to)? (?:be contacted|receive|hear from you|get|any more)",
  '(?:leave me|leave us) alone',
  'lose my (?:e?-?mail|address|number)',
]
const STOP_DE = [
  '(?:schreib|kontaktier|maile?|schick|send|belastig|nerv)\\S{0,3} (?:sie |ihr )?(?:mir|mich|uns)(?: \\S+){0,4} (?:nicht mehr|nie wieder|nie mehr|keine \\S+ mehr)',
  '(?:mir|mich|uns)(?: bitte)? (?:nicht mehr|nie wieder|keine \\S+ mehr)(?: \\S+){0,3} (?:schreib|kontaktier|anschreib|zu schreib|zu kontaktier|schick|send|mail)',
  '(?:bitte )?(?:nicht mehr|nie wieder|keine weiteren?) (?:an)?(?:schreiben|kontaktieren|mailen|melden|(?:e-?)?mails?|nachrichten|anfragen|zusenden|kontaktaufnahme)',
  'keine (?:e-?)?(?:mails?|nachrichten) mehr',
  '(?:nehm|streich|losch|entfern|trag)\\S{0,3} (?:sie |ihr )?(?:mich|uns|meine|unsere|bitte)(?: \\S+){0,6} (?:liste|verteiler|adresse|daten|kontakte?|datenbank|aus|kontaktdaten|mailadresse)',
  '(?:meine|unsere) (?:e-?mail-?)?(?:adresse|daten|kontaktdaten) (?:bitte )?(?:\\S+ ){0,4}(?:losch|entfern)',
  '(?:meld|trag)\\S{0,3} (?:sie )?(?:mich|uns) (?:bitte )?(?:ab|aus)\\b',
  '(?:hor|unterlass|las)\\S{0,3} (?:sie )?(?:bitte )?(?:auf,? (?:mir|mich|uns)|(?:weitere|kunftig)\\S* |mich in ruhe|uns in ruhe)',
  'widerspreche(?:n)? (?:\\S+ ){0,6}(?:nutzung|verarbeitung|werbung|kontaktaufnahme|zusendung|verwendung)',
  'lassen sie (?:mich|uns) (?:bitte )?in ruhe',
]
const STOP_FR = [
  "ne (?:plus )?(?:m'|nous |me )?(?:plus )?(?:ecri\\S*|contact\\S*|envoy\\S*|sollicit\\S*|relanc\\S*)(?:[- ](?:moi|nous))? (?:plus|jamais)",
  "(?:de )?ne plus (?:me |m'|nous )?(?:ecrire|contacter|envoyer|solliciter|relancer|recevoir|adresser|etre contact)",
  "(?:arretez|arrete|cessez|cesse|veuillez cesser) (?:de |d')?(?:m'|me |nous |vos |tes |ces |envoyer)",
  '(?:desabonne|desinscri|retire|supprime|enleve|efface|raye)\\S{0,5}[- ](?:moi|nous|mon|mes|notre|nos)\\b',
  '(?:me |nous )(?:desabonner|desinscrire|retirer de|supprimer de|enlever de)',
  '(?:desabonner|desabonnement|desinscription)\\W{0,3}$',
  'plus (?:aucun|de) (?:e-?mails?|mails?|messages?|courriels?|courriers?)',
  '(?:laissez|laisse)[- ](?:moi|nous) tranquille',
]
const STOP_ES = [
  'no (?:me|nos) (?:vuelv\\S* a )?(?:escrib\\S*|contact\\S*|envi\\S*|mand\\S*)(?: \\S+){0,3} (?:mas|nunca|de nuevo|otra vez)',
  'no (?:vuelv\\S*) a (?:escribir|contactar|enviar|mandar)\\S*',
  'no (?:quiero|deseo|queremos) (?:recibir|que me (?:escrib|contact|envi))\\S*',
  '(?:deje|deja|dejen|pare|para|paren|basta) (?:ya )?(?:de )?(?:escribir|enviar|mandar|contactar|molestar)\\S*',
  '(?:deme|dame|denme|darme|darnos|denos) de baja',
  '(?:elimin|borr|quit|sac|retir|remuev)\\S{0,4}(?:me|nos)? (?:mi|mis|nuestr\\S+|de (?:su|tu|la|esta|vuestra)) ?(?:\\S+ ){0,3}?(?:lista|correo|direccion|datos|email|base)',
  'no mas (?:correos|mensajes|e-?mails?)',
]
const STOP_IT = [
  'non (?:mi |ci )?(?:scriv\\S*|contatt\\S*|mand\\S*|invi\\S*|disturb\\S*)(?: \\S+){0,3} (?:piu|mai)',
  'non (?:voglio|vogliamo|desidero|desideriamo) (?:piu )?(?:ricevere|essere contattat)',
  '(?:smett\\S*|basta|finit\\S*) (?:di |con )?(?:scriver|mandar|inviar|contattar|disturbar|queste|e-?mail|mail|messaggi)\\S*',
  '(?:cancell|rimuov|toglie?t?|elimin|disiscriv)\\S{0,6}(?:mi|ci)\\b',
  '(?:mi|ci) (?:cancell|rimuov|tolg|elimin|disiscriv)\\S*',
  '(?:cancell|rimuov|elimin)\\S* (?:il mio|la mia|i miei|il nostro) (?:\\S+ ){0,3}?(?:indirizzo|email|mail|dati|nome|contatto)',
  '(?:nessuna|niente) (?:altra |altre |piu )?(?:e-?mail|mail)\\b',
]
const STOP_NL = [
  '(?:mail|schrijf|contacteer|benader|stuur|bel|app) (?:me|mij|ons)(?: \\S+){0,4} (?:niet meer|nooit meer|geen \\S+ meer|niets meer)',
  '(?:niet meer|nooit meer|geen) (?:te )?(?:mailen|schrijven|benaderen|contacteren|contact op(?: te)? nemen|verdere|mails? meer|e-?mails? meer|berichten meer)',
  '(?:stop|hou|houd) (?:alsjeblieft |aub |a\\.u\\.b\\. |op )?met (?:\\S+ )?(?:mailen|schrijven|sturen|benaderen|mails|berichten|contacteren)',
  '(?:haal|verwijder|schrap|schrijf|meld) (?:me|mij|ons|mijn|onze)(?: \\S+){0,4} (?:lijst|uit|af|adres|gegevens|bestand|mailadres|e-mailadres)',
  '(?:wil|willen) (?:ik |wij |we )?(?:geen|niet meer) (?:\\S+ ){0,4}?(?:mails?|e-?mails?|berichten|benaderd|ontvangen|contact)',
  'laat (?:me|mij|ons) met rust',
]
const STOP_OTHERS = [
  '(?:pare|parem|para) de (?:me |nos )?(?:escrever|enviar|mandar|contact|contat)\\S*',
  'nao (?:me|nos) (?:escrev\\S*|contact\\S*|contat\\S*|envi\\S*|mand\\S*)(?: \\S+){0,3} mais',
  '(?:remov|retir|exclu|apag)\\S{0,4}[- ]?(?:me|nos|o meu|meu)\\b',
  'prosze (?:\\S+ ){0,4}?(?:nie (?:pisac|kontaktowac|wysylac)|o usuniecie|mnie usunac|przestac)',
  '(?:sluta|slutt|lad vaere|hold op|stopp) (?:med )?(?:att |a |at )?(?:mejla|maila|skriva|skrive|kontakta|kontakte|skicka|sende|maile)\\S*',
  '(?:kontakta|mejla|skriv|skriv till|kontakt) (?:mig|oss|meg|os)(?: \\S+){0,2} (?:inte|ikke|aldrig|aldri)',
  'ta bort (?:mig|oss|min)',
]

const NO_EN = [
  'no,? thanks?(?: you)?(?! to| for (?:needed|necessary))\\b(?! (?:needed|necessary|required))',
  "(?:i'm|i am|we're|we are|am|are)? ?(?:afraid )?(?:really |simply |just )?not (?:really |particularly )?interested",
  "(?:i have|we have|there is|there's|have|has) no interest",
  "(?:i'll|i will|we'll|we will|i'm going to|we're going to|i have to|we have to|have to|going to|i must|i'd) (?:have to )?(?:pass|decline)",
  '(?:i|we) (?:must |respectfully |politely |kindly )?decline',
  "(?:it's|it is|this is|this isn't|it isn't|isn't|is not|not|doesn't seem|don't think) (?:\\S+ ){0,4}?(?:a )?(?:good |right |great )?(?:fit|match) for",
  "(?:isn't|is not|not|wasn't) (?:\\S+ ){0,2}?(?:a )?(?:good |right |great |really a )?(?:fit|match)\\W{0,3}$",
  "(?:that's|it's|this is|that is|it is) not (?:something )?(?:for (?:me|us)|something (?:i|we))",
  "(?:i|we) (?:do not|don't|no longer|never|can't|cannot) (?:accept|take|publish|do|run|review|offer) (?:any |on )?(?:\\S+ ){0,2}?(?:guest|sponsored|outside|unsolicited|product|samples|link|pitches|contributions|reviews)",
  "(?:i|we)(?:'d| would) rather not",
]
const NO_DE = [
  'nein,? (?:vielen |herzlichen |lieben |besten )?dank(?:e)?',
  '(?:nein|no) danke',
  'danke,? (?:aber )?nein',
  '(?:leider )?kein(?:erlei)? (?:interesse|bedarf)',
  'nicht (?:\\S+ )?interessiert',
  'interessiert (?:mich|uns) (?:leider |nicht |)(?:nicht)?',
  '(?:muss|mussen|mochte|mochten|werde|werden) (?:ich |wir )?(?:\\S+ ){0,4}?(?:ablehnen|absagen|verzichten)',
  '(?:passt|passen) (?:\\S+ ){0,4}?nicht (?:zu|in|auf)',
  '(?:kommt|kommen) (?:\\S+ ){0,3}?nicht (?:\\S+ )?(?:in frage|infrage)',
  'nicht (?:das richtige|passend) fur',
  '(?:nehmen|veroffentlichen|machen) (?:\\S+ ){0,2}?keine (?:gastbeitrage|gastartikel|kooperationen|produkttests|werbung)',
]
const NO_FR = [
  'non,? merci',
  'merci,? (?:mais )?non',
  '(?:pas|plus|aucunement) (?:du tout |vraiment )?interesse',
  "(?:ne|n') ?(?:m'|nous |me )?interesse(?:nt)? (?:pas|guere)",
  '(?:je|nous) (?:dois |devons |prefere |preferons )?(?:declin|refus)\\S*',
  '(?:ne )?(?:donner\\S*|donne|donnons) pas suite',
  '(?:ne )?(?:correspond|convient)(?:ent)? pas',
  'aucun interet',
]
const NO_ES = [
  'no,? (?:muchas )?gracias',
  'gracias,? pero no(?:\\W|$)',
  '(?:no|ni) (?:me|nos|les) interesa',
  'no (?:estoy|estamos|estaria|estariamos) (?:\\S+ )?interesad',
  'no (?:tengo|tenemos) interes',
  'no (?:encaja|es para (?:mi|nosotros)|es lo que busc)',
  '(?:tengo|tenemos) que (?:rechazar|declinar)',
  '(?:rechazo|rechazamos|declino|declinamos)',
]
const NO_IT = [
  'no,? grazie',
  'grazie,? (?:ma )?no\\W{0,3}$',
  'non (?:mi|ci) interessa',
  'non (?:sono|siamo) (?:\\S+ )?interessat',
  'non (?:fa|e adatt\\S*) (?:per|al|a) (?:me|noi|caso)',
  '(?:devo|dobbiamo) (?:rifiutare|declinare)',
  'nessun interesse',
]
const NO_NL = [
  'nee,? (?:bedankt|dank|hartelijk dank)',
  '(?:bedankt|dank je|dank u),? maar nee',
  '(?:geen|niet) (?:\\S+ )?(?:interesse|belangstelling|geinteresseerd)',
  'past (?:\\S+ ){0,4}?niet (?:bij|in)',
  '(?:moet|moeten|wil|willen) (?:ik |we |wij )?(?:\\S+ ){0,3}?(?:afwijzen|bedanken voor|afslaan|passen)\\W{0,3}$',
  'niets voor (?:mij|ons)',
]
const NO_OTHERS = [
  'nao,? (?:muito )?obrigad[oa]',
  'nao (?:tenho|temos) interesse',
  'nao (?:estou|estamos) interessad',
  'nao (?:me|nos) interessa',
  'nie,? dziekuj',
  'nie (?:jestem|jestesmy) zainteresowan',
  '(?:nej|nei),? (?:tack|tak|takk)',
  '(?:inte|ikke) (?:\\S+ )?interess?erade?(?:t|de)?',
  'inget intresse',
]

// "At the moment" softens the no it stands beside ...
const FOR_NOW = [
  '(?:right now|just now|for now|at the moment|at this (?:time|point|stage)|currently|at present|presently|for the moment|this (?:week|month|quarter|season|year|time)|today|yet)',
  '(?:im moment|momentan|derzeit|zurzeit|zur zeit|gerade|aktuell|jetzt|vorerst|vorlaufig)',
  "(?:maintenant|pour le moment|pour l'instant|en ce moment|actuellement|pas encore)",
  '(?:ahora|por ahora|de momento|por el momento|en este momento|actualmente|todavia)',
  '(?:adesso|per ora|al momento|per il momento|in questo momento|attualmente|non ancora|non ora)',
  '(?:nu|op dit moment|momenteel|voorlopig|nog niet)(?![\\p{L}])',
  '(?:agora|por enquanto|no momento|neste momento|teraz|na razie|w tej chwili|just nu|lige nu|for tillfallet|akkurat na)',
]
// ... and these say it of the whole letter.
const LATER = [
  '(?:not|no)(?: just| quite| right)? (?:now|yet|today|at the moment|at this time|at present|this (?:week|month|quarter|season|year|time))',
  '(?:maybe|perhaps|possibly|try|ask|better|again) later|another time|next (?:week|month|quarter|season|year|spring|summer|autumn|fall|winter)|in the (?:future|spring|summer|autumn|fall|new year)',
  '(?:check|circle|come|get|touch|try|write|ping|ask|follow up|reach out)(?: \\S+){0,4} (?:again|back|later|in (?:\\d|a |two|three|six|january|february|march|april|may|june|july|august|september|october|november|december))',
  '(?:jetzt|momentan|derzeit|zurzeit|gerade|aktuell|im moment) (?:leider |gerade )?nicht|nicht jetzt|spater|nachste[sn]? (?:jahr|monat|woche|quartal)|im (?:fruhjahr|sommer|herbst|winter|neuen jahr)|ein andermal',
  "pas (?:maintenant|pour le moment|pour l'instant|en ce moment|encore)|plus tard|(?:semaine|annee|saison) prochaine|(?:mois|trimestre) prochain|l'annee prochaine|a la rentree|au printemps|a l'automne",
  '(?:ahora(?: mismo)?|de momento|por ahora) no|no (?:por )?ahora|mas adelante|mas tarde|todavia no|proxim[oa]|el ano que viene|en otro momento',
  'non (?:ora|adesso|ancora|al momento)|(?:per ora|adesso|al momento) no|piu avanti|piu tardi|prossim[oa]|in futuro',
  '(?:niet nu|nu (?:even )?niet|op dit moment niet|nog niet|(?:misschien|liever) later|volgende? (?:jaar|maand|week|seizoen|kwartaal)|een andere keer)',
  'agora nao|mais tarde|nao agora|nie teraz|pozniej|(?:inte|ikke) (?:just |lige |akkurat )?n[ua](?![\\p{L}])|senare|senere',
]

const YES =
  "(?:would love|'d love|happy to|glad to|delighted|sounds (?:great|good|lovely|interesting)|please (?:do )?send|yes,? please|(?:i'm|i am|we're|we are|would be|'d be|am) (?:very |quite |definitely )?interested|gerne|klingt (?:gut|spannend|interessant)|(?:sehr|bin|sind) interessiert|avec plaisir|volontiers|(?:je suis|nous sommes) interess|me encantaria|nos encantaria|con gusto|(?:estoy|estamos) interesad|volentieri|mi piacerebbe|ci piacerebbe|(?:sono|siamo) interessat|graag|klinkt (?:goed|leuk|interessant))"

export const STOP_PHRASES = phrases(
  [STOP_EN, STOP_DE, STOP_FR, STOP_ES, STOP_IT, STOP_NL, STOP_OTHERS].flat(),
)
export const NO_PHRASES = phrases([NO_EN, NO_DE, NO_FR, NO_ES, NO_IT, NO_NL, NO_OTHERS].flat())
export const LATER_PHRASES = phrases(LATER)
export const FOR_NOW_PHRASES = phrases(FOR_NOW)
export const YES_PHRASES = phrases([YES])

function phrases(list: readonly string[]): readonly RegExp[] {
  return list.map((source) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})`, 'u'))
}
