import type { PitchFacts } from '../pitch-facts.ts'
import { letter } from './labelled-pitch.ts'

export const GERMAN: PitchFacts = letter({
  to: 'Katharina Müller',
  country: 'DE',
  host: 'dachbodenkino.example',
  from: 'Jan Petersen',
  company: 'Lichtwerk Kiel',
  page: 'Kino unterm Dach. Ein Projektor ist erst dann gut, wenn man ihn vergisst. Ich habe drei ausprobiert.',
  quote: 'Ein Projektor ist erst dann gut, wenn man ihn vergisst',
  gap: 'keine Leinwand aus Segeltuch',
  subject: 'Eine Leinwand aus altem Segeltuch für Ihr Dach',
  body: `Liebe Frau Müller,

Ihren Beitrag über das Kino unterm Dach habe ich mit großer Freude gelesen, vor allem den Satz über den Projektor, den man vergessen muss.

Wir nähen in Kiel Leinwände aus ausgedienten Segeln. Sie lassen sich rollen, riechen ein wenig nach Hafen und halten das Bild ganz ruhig. Gern schicke ich Ihnen eine zum Behalten, ganz gleich, was Sie davon halten.

Wenn Sie nichts mehr von mir hören möchten, sagen Sie es einfach, und ich schreibe nicht wieder.

Jan Petersen, Lichtwerk Kiel`,
})

export const FRENCH: PitchFacts = letter({
  to: 'Élodie Garnier',
  country: 'FR',
  host: 'lepaindujeudi.example',
  from: 'Marc Vidal',
  company: 'Moulin Vidal',
  page: 'Le jeudi, je ne fais que du pain. Une croûte qui chante vaut mieux qu’une recette. J’ai cinq farines.',
  quote: 'Une croûte qui chante vaut mieux qu’une recette',
  gap: 'pas de farine de châtaigne',
  subject: 'Une farine de châtaigne pour vos jeudis',
  body: `Bonjour Élodie,

J’ai lu votre article sur le pain du jeudi, et « une croûte qui chante vaut mieux qu’une recette » est maintenant écrit à la craie sur notre porte.

Nous moulons des châtaignes séchées au bois, en Ardèche, dans un moulin qui fuit un peu. Elle donne un pain sombre qui tient la semaine. Je vous en enverrais volontiers un sac, sans rien attendre.

Si vous préférez que je ne vous écrive plus, dites-le-moi simplement.

Marc Vidal, Moulin Vidal`,
})

export const SPANISH: PitchFacts = letter({
  to: 'Lucía Navarro',
  country: 'ES',
  host: 'cuadernodelmonte.example',
  from: 'Iván Rojas',
  company: 'Botas Rojas',
  page: 'Veinte inviernos en el monte. La bota que no hace ruido es la que llega a la cima. Llevo tres pares.',
  quote: 'La bota que no hace ruido es la que llega a la cima',
  gap: 'sin botas de corcho',
  subject: 'Unas botas de corcho que no hacen ruido',
  body: `Hola Lucía:

Leí su artículo sobre los veinte inviernos en el monte, y la frase de la bota que no hace ruido me acompañó todo el domingo.

En nuestro taller de Béjar ponemos corcho donde otros ponen plástico. Pesan poco, y cuando se gastan les cambiamos la suela en una tarde. Me gustaría mandarle un par, y se lo queda diga lo que diga.

Si prefiere que no le escriba más, dígamelo y no volveré a hacerlo.

Iván Rojas, Botas Rojas`,
})

export const OTHER_LETTERS: readonly PitchFacts[] = [
  GERMAN,
  FRENCH,
  SPANISH,
  letter({
    to: 'Timo',
    country: 'DE',
    host: 'balkonwerkstatt.example',
    from: 'Aylin Demir',
    company: 'Demir Holz',
    route: 'service',
    page: 'Folge 12: Warum ich jede Schraube zweimal anziehe. Beim zweiten Mal höre ich zu.',
    quote: 'Warum ich jede Schraube zweimal anziehe',
    subject: 'Ein Gast, der nur mit Holznägeln baut',
    body: `Moin Timo,

deine Folge über die Schrauben habe ich beim Leimen gehört. Beim zweiten Mal höre ich zu: genau so.

Ich baue Möbel ganz ohne Metall und repariere sie auf Märkten vor den Leuten. Wenn du einmal jemanden suchst, der Schrauben für eine Mode hält, komme ich gern vorbei.

Kein Interesse? Ein kurzes Nein reicht, dann melde ich mich nicht mehr.

Aylin Demir, Demir Holz`,
  }),
  letter({
    to: 'Rédaction du Fil',
    country: 'FR',
    host: 'lefil.example',
    from: 'Jeanne Morel',
    company: 'Atelier Morel',
    route: 'service',
    page: 'Chaque mois, une main et son outil. On apprend plus d’un manche usé que d’un long discours.',
    quote: 'On apprend plus d’un manche usé que d’un long discours',
    subject: 'Une tapissière pour votre rubrique des mains',
    body: `Bonjour,

J’ai lu votre chronique sur les mains et leurs outils, sur lefil.example, et j’ai regardé mon marteau autrement.

Je regarnis des sièges de théâtre depuis dix-neuf ans. Sous chaque assise on trouve une époque : des lettres, des pinces à cheveux, une fois une bague. Si cela peut nourrir un de vos mois, je vous raconterai volontiers.

Si cela ne vous intéresse pas, aucun souci, je ne vous relancerai pas.

Jeanne Morel, Atelier Morel`,
  }),
  letter({
    to: 'Andrés Peña',
    country: 'MX',
    host: 'ruidodefondo.example',
    from: 'Carla Soto',
    company: 'Estudio Soto',
    route: 'service',
    page: 'Entrevistas con gente que escucha. El silencio también se afina, y casi nadie lo cobra.',
    quote: 'El silencio también se afina, y casi nadie lo cobra',
    subject: 'Una afinadora de campanas para su podcast',
    body: `Estimado Andrés:

He leído su entrevista sobre el silencio que se afina, y la he leído en voz alta a mi padre.

Él y yo afinamos campanas de pueblo. Cada una guarda el error de quien la fundió, y nosotros decidimos cuánto dejar. Si algún día busca esa historia, con gusto se la cuento.

Si no le interesa, no pasa nada: basta con un simple no.

Carla Soto, Estudio Soto`,
  }),
  letter({
    to: 'Sabine Kröger',
    country: 'AT',
    host: 'nadelundzeit.example',
    from: 'Lena Hofer',
    company: 'Wollhaus Hofer',
    page: 'Stricken im Zug. Im Speisewagen strickt man für Fremde. Garne: Merino, Leinen.',
    quote: 'Im Speisewagen strickt man für Fremde',
    gap: 'keine Wolle vom Bergschaf',
    subject: 'Wolle vom Bergschaf für Ihren Speisewagen',
    body: `Sehr geehrte Frau Kröger,

auf nadelundzeit.example habe ich Ihren Artikel über das Stricken im Zug gefunden und musste an meine Großmutter denken, die in jedem Abteil einen Schal ließ.

Wir verspinnen im Zillertal die Wolle alter Bergschafe. Sie kratzt ein wenig und hält ein Leben. Ich würde Ihnen gern drei Knäuel schicken; Sie schulden mir dafür nichts.

Falls das nichts für Sie ist, sagen Sie es ruhig.

Lena Hofer
Wollhaus Hofer`,
  }),
]
