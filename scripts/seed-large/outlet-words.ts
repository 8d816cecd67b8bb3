/** Words that names of outlets are made of, by the language they publish in. ASCII, for they stand in addresses too. */
export type OutletWords = {
  language: string
  /** How many of a hundred outlets. */
  share: number
  countries: readonly string[]
  /** How the three words become a name. */
  names: readonly ((first: string, topic: string, what: string) => string)[]
  first: readonly string[]
  topic: readonly string[]
  what: readonly string[]
}

const words = (text: string) => text.trim().split(/\s+/)

export const OUTLET_WORDS: readonly OutletWords[] = [
  {
    language: 'en',
    share: 46,
    countries: ['US', 'GB', 'CA', 'AU', 'IE', 'NZ', 'ZA', 'IN'],
    names: [
      (first, topic, what) => `The ${first} ${topic} ${what}`,
      (first, topic, what) => `${first} ${topic} ${what}`,
      (first, topic, what) => `${topic} ${what}, ${first}`,
    ],
    first:
      words(`Quiet Slow Honest Northern Little Wild Early Paper Copper Second Open Green Salt Amber Winter Plain
      Border Harbour Hollow Kind Long Modern Morning Narrow Old Patient Rainy Silver Small Southern Steady Still Stone
      Summer Sunday Tidal Upper Velvet Western Young Common Daily`),
    topic:
      words(`Trail Kitchen Garden Bicycle Camping Wool Pottery Coffee Bread Sailing Climbing Reading Photo Running
      Parenting Woodwork Tea Travel Repair Beekeeping Knitting Fishing Birding Cycling Sewing Cheese Hiking Van Surf
      Ceramics Ferment Orchard Kayak Tools Radio Canal Rail Winter Sustainable Design Leather`),
    what: words(`Journal Notes Diary Letters Almanac Review Post Weekly Companion Guide Club Report Table House Log
      Field Dispatch Society Bench Atlas Papers Register Digest Ledger Workshop Corner Quarterly Gazette Chronicle Stand
      Reader Studio Path Circle Lane Shed Desk Route Map Hour Bulletin`),
  },
  {
    language: 'de',
    share: 13,
    countries: ['DE', 'AT', 'CH'],
    names: [
      (first, topic, what) => `${first}e ${topic}-${what}`,
      (first, topic, what) => `${topic}${what.toLowerCase()} ${first}`,
    ],
    first:
      words(`Still Leis Wild Weit Nord Klein Fein Echt Grau Blau Frei Klar Neu Gut Jung Kalt Rund Sanft Schlicht Schnell
      Stark Tief Warm Leicht Ruhig`),
    topic:
      words(`Garten Wander Rad Kaffee Brot Holz Reise Berg Wald Woll Keramik Buch Foto Lauf Familien Imker Segel Tee
      Zelt Kanu Nachhaltig Werkzeug Kletter Vogel Winter`),
    what: words(`Tagebuch Blatt Brief Werkstatt Magazin Freunde Kreis Zeit Notizen Post Welt Haus Stube Weg Runde Bote
      Heft Ecke Lese Journal Spur Bank Kiste Platz Stunde`),
  },
  {
    language: 'fr',
    share: 12,
    countries: ['FR', 'BE', 'CH', 'CA'],
    names: [
      (first, topic, what) => `${what} ${topic} ${first}`,
      (first, topic, what) => `Le ${what.toLowerCase()} ${topic.toLowerCase()} ${first.toLowerCase()}`,
    ],
    first:
      words(`Tranquille Lent Sauvage Discret Libre Ouvert Simple Doux Ancien Secret Modeste Sincere Nordique Matinal
      Rural Local Durable Pratique Curieux Patient Urbain Alpin Breton Commun Marin`),
    topic:
      words(`Jardin Cuisine Velo Randonnee Potager Voyage Bois Laine Cafe Pain Livre Photo Course Famille Miel Voile
      The Camping Kayak Ceramique Outils Escalade Oiseaux Hiver Fromage`),
    what: words(`Carnet Journal Cahier Lettre Atelier Magazine Cercle Temps Notes Poste Monde Maison Table Chemin Revue
      Gazette Almanach Guide Coin Bulletin Repere Banc Recueil Club Quotidien`),
  },
  {
    language: 'es',
    share: 11,
    countries: ['ES', 'MX', 'AR', 'CL', 'CO'],
    names: [
      (first, topic, what) => `${what} ${topic} ${first}`,
      (first, topic, what) => `${topic} ${first}: ${what.toLowerCase()}`,
    ],
    first:
      words(`Tranquilo Lento Salvaje Sencillo Libre Abierto Sincero Dulce Antiguo Secreto Humilde Claro Norteno Matutino
      Rural Local Sostenible Practico Curioso Paciente Urbano Andino Vecino Comun Marino`),
    topic:
      words(`Huerto Cocina Bici Sendero Jardin Viaje Madera Lana Cafe Pan Libro Foto Carrera Familia Miel Vela Te
      Acampada Kayak Ceramica Taller Escalada Aves Invierno Queso`),
    what: words(`Cuaderno Diario Carta Revista Circulo Tiempo Notas Correo Mundo Casa Mesa Camino Guia Gaceta Almanaque
      Rincon Boletin Refugio Banco Club Semanario Mapa Ruta Faro Archivo`),
  },
  {
    language: 'nl',
    share: 6,
    countries: ['NL', 'BE'],
    names: [(first, topic, what) => `${first} ${topic}${what.toLowerCase()}`],
    first:
      words(`Stille Trage Wilde Eerlijke Kleine Vrije Open Zachte Oude Groene Noorder Vroege Lichte Warme Nieuwe Goede
      Jonge Blauwe Zuider Rustige`),
    topic:
      words(`Tuin Keuken Fiets Wandel Kampeer Reis Hout Wol Koffie Brood Boeken Foto Loop Gezins Bijen Zeil Thee Kano
      Klim Vogel`),
    what: words(`Dagboek Blad Brief Werkplaats Magazine Kring Tijd Notities Post Wereld Huis Tafel Pad Gids Krant Hoek Club
      Bank Route Archief`),
  },
  {
    language: 'it',
    share: 6,
    countries: ['IT', 'CH'],
    names: [(first, topic, what) => `${what} ${topic} ${first}`],
    first:
      words(`Lento Quieto Libero Aperto Sincero Dolce Antico Segreto Umile Chiaro Nordico Mattutino Rurale Locale
      Sostenibile Pratico Curioso Paziente Urbano Alpino`),
    topic:
      words(`Orto Cucina Bici Sentiero Giardino Viaggio Legno Lana Pane Libro Foto Corsa Famiglia Miele Vela Campeggio
      Kayak Ceramica Attrezzi Formaggio`),
    what: words(`Quaderno Diario Lettera Rivista Circolo Tempo Appunti Posta Mondo Casa Tavola Cammino Guida Gazzetta Almanacco
      Angolo Bollettino Rifugio Club Mappa`),
  },
  {
    language: 'sv',
    share: 6,
    countries: ['SE', 'NO', 'DK', 'FI'],
    names: [(first, topic, what) => `${first} ${topic}${what.toLowerCase()}`],
    first:
      words(`Stilla Vilda Lilla Fria Gamla Nya Norra Tidiga Varma Ljusa Goda Unga Bla Sodra Lugna Enkla Djupa Klara Mjuka
      Korta`),
    topic:
      words(`Tradgards Koks Cykel Vandrings Tra Ull Kaffe Brod Bok Foto Lop Familje Bi Segel Te Kanot Klatter Fagel
      Vinter Rese`),
    what: words(`Dagbok Blad Brev Verkstad Magasin Krets Tid Posten Varld Hus Bord Stig Guide Hornet Klubb Bank Vag Karta
      Timme Arkiv`),
  },
]
