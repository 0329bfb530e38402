/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictograms: drawn for this program, all in one style.
 *
 * The box is 24 by 24 units; what is drawn stays 3 units from its edges, a little less where a shape would
 * look small otherwise. Everything is a stroke of 1.7 with round caps and joins, also the dots, which are
 * lines of next to no length. Corners of things are rounded by 1 to 2 units.
 *
 * The third string holds the words of titles, in Dutch and in English, for which jm_pictogram_guess()
 * offers the drawing: a stem that begins a word; with "=" behind it a whole word; with "~" behind it a
 * whole word that is heard only when no other speaks, as in "samen eten". In lower case, without accents
 * and hyphens; no stem may stand twice in the table. Sorted by name.
 */

#include "jm-pictogram-data.h"

const JmPictogram jm_pictogram_data[] = {
  { "advert",
    "M4 10v4h3.5l8.5 4.5v-13L7.5 10zM8 14.2l1.2 5.3h2.6l-.9-3.8M19 9.3a3.8 3.8 0 0 1 0 5.4",
    "adverten advertis reclame campagne campaign promo aanprijz ad= ads= sponsor commercial megafoon" },
  { "app",
    "M5.5 4h3.3a1.5 1.5 0 0 1 1.5 1.5v3.3a1.5 1.5 0 0 1-1.5 1.5h-3.3a1.5 1.5 0 0 1-1.5-1.5v-3.3"
    "a1.5 1.5 0 0 1 1.5-1.5zM15.2 4h3.3a1.5 1.5 0 0 1 1.5 1.5v3.3a1.5 1.5 0 0 1-1.5 1.5h-3.3"
    "a1.5 1.5 0 0 1-1.5-1.5v-3.3a1.5 1.5 0 0 1 1.5-1.5zM5.5 13.7h3.3a1.5 1.5 0 0 1 1.5 1.5v3.3"
    "a1.5 1.5 0 0 1-1.5 1.5h-3.3a1.5 1.5 0 0 1-1.5-1.5v-3.3a1.5 1.5 0 0 1 1.5-1.5zM16.85 13.9v5.9"
    "M13.9 16.85h5.9",
    "app= apps=" },
  { "bag",
    "M5.5 8h13l1 12.5h-15zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
    "tas= tasje tassen shopper winkelt bag= bags= inpakk boodschappen shopping=" },
  { "bank",
    "M3.5 9.5L12 4l8.5 5.5zM5.5 12.5v4.5M10 12.5v4.5M14 12.5v4.5M18.5 12.5v4.5M3.5 20h17",
    "bank= banken bankrek bankzak hypothe mortgage lening loan krediet credit gemeente stadhuis overheid "
    "government council town museum rechtbank court" },
  { "banner",
    "M5 4.5h14a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM6.5 8h11v4h-11zM6.5 15.7h7",
    "banner bannering display popup" },
  { "barcode",
    "M4 6v12M8 6v12M11.2 6v12M12.3 6v12M16 6v12M20 6v12",
    "barcode streepjes" },
  { "basket",
    "M3.5 10h17l-1.9 9a1.5 1.5 0 0 1-1.5 1.2H6.9A1.5 1.5 0 0 1 5.4 19zM8 10l3-6M16 10l-3-6M9.5 13.7v2.8"
    "M14.5 13.7v2.8",
    "mand= mandje winkelmand basket" },
  { "bed",
    "M3.5 5.5v14M3.5 16.5h17M20.5 19.5v-5.5a3 3 0 0 0-3-3H10.5v5.5"
    "M7 9.5a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6z",
    "bed= bedden slaap slapen overnacht hotel= hotelk hostel sleep stay= opname ligda ziekbed" },
  { "bicycle",
    "M6.3 11.4A3.6 3.6 0 1 0 6.3 18.6A3.6 3.6 0 1 0 6.3 11.4z"
    "M17.7 11.4A3.6 3.6 0 1 0 17.7 18.6A3.6 3.6 0 1 0 17.7 11.4zM6.3 15L9.3 9L15.4 9L11.5 15zM9.3 9L8.5 6.5"
    "M7 6.5L10 6.5M13 6L14.3 6L17.7 15",
    "fiets bike bicycl cycl" },
  { "billboard",
    "M4.5 4h15a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-15a1.5 1.5 0 0 1-1.5-1.5v-7.5"
    "a1.5 1.5 0 0 1 1.5-1.5zM8 14.5v6M16 14.5v6M7 7.7h6M7 10.8h10",
    "billboard reclamebord abri poster affiche buitenreclame bushokje" },
  { "blog",
    "M18.3 9L18.3 6A2 2 0 0 0 16.3 4L5.3 4A2 2 0 0 0 3.3 6L3.3 18A2 2 0 0 0 5.3 20L9.8 20M6.8 8.3L14.8 8.3"
    "M6.8 12L11.3 12M12.6 20.7L13.2 17.8L18.7 12.3A1.6 1.6 0 0 1 21 14.6L15.5 20.1z",
    "blog artikel article column vlog" },
  { "boat",
    "M3.5 13.5h17l-2.6 6.5H6.1zM6.5 13.5v-4h11v4M10 9.5V5.5h4v4",
    "boot= boten veer= veerpont veerboot schip cruise ferry boat ship= haven" },
  { "book",
    "M12 6.5c-2-1.5-5-2-8.5-2v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2zM12 6.5V20",
    "boek= boekje handleiding manual catalog gids guide brochure bijsluiter magazine ebook bibliothe library" },
  { "box",
    "M12 3.2l8 4.3v9l-8 4.3-8-4.3v-9zM4 7.5l8 4.3 8-4.3M12 11.8v9",
    "doos= dozen= box= boxes voorraad stock= producten opslag product" },
  { "bus",
    "M6.5 4h11a2 2 0 0 1 2 2v9.5a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-9.5a2 2 0 0 1 2-2zM4.5 12h15M7.5 17.5V20"
    "M16.5 17.5V20M10 7.2h4M2.5 9v2M21.5 9v2M8 14.8h.01M16 14.8h.01",
    "bus= bussen busreis bushalte buskaart bushalt buses coach= touringcar" },
  { "calendar",
    "M6 5h12a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2v-11.5a2 2 0 0 1 2-2zM4 10h16M8 3v4M16 3v4"
    "M8.3 13.7h.01M12 13.7h.01M15.7 13.7h.01M8.3 17h.01M12 17h.01",
    "afspraak afspraken agenda kalend calend datum= date~ reserv boeken= boekt= geboekt booking booked "
    "inplan inroost appoint schedul planning plannen= dag~ dagen" },
  { "call",
    "M5 4h3.3l1.9 4.6-2.2 1.7a12 12 0 0 0 5.7 5.7l1.7-2.2 4.6 1.9V19a1.5 1.5 0 0 1-1.6 1.5"
    "C10.5 20 4 13.5 3.5 5.6A1.5 1.5 0 0 1 5 4z",
    "bel~ belt= bellen= gebeld= belletje opbel terugbel telefoneer telefonisch telefoontje telefoongesprek "
    "call~ calls~ calling called= phonecall hotline infolijn" },
  { "camera",
    "M5 7.5h2.5l1.5-2.5h6l1.5 2.5H19a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9.5a2 2 0 0 1 2-2z"
    "M12 9.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0-6.4z",
    "camera webcam filmen=" },
  { "car",
    "M5 11l1.7-4.6A2 2 0 0 1 8.6 5h6.8a2 2 0 0 1 1.9 1.4L19 11M5 11h14a2 2 0 0 1 2 2v4H3v-4a2 2 0 0 1 2-2z"
    "M6 17v2.5M18 17v2.5M7 14h.01M17 14h.01",
    "auto= autorij automob autorit parkee parke park= parking= car= cars= rijden~ rijdt~ drive~ drives "
    "driving aanrij carpool" },
  { "card",
    "M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3 10h18M6.5 14.7h3.5",
    "betaal betalen= betaling afreken pinnen= pint= pinpas bankpas creditcard pay= paying payment pays "
    "checkt bankkaart ideal= contactloos contactless" },
  { "cart",
    "M3 4.5h2.3l2.5 11h9.9l2.3-8H6M9 18.6a0.7 0.7 0 1 0 0 1.4a0.7 0.7 0 1 0 0-1.4z"
    "M16.5 18.6a0.7 0.7 0 1 0 0 1.4a0.7 0.7 0 1 0 0-1.4z",
    "bestel order= orders= ordered ordering koop~ koopt~ kopen~ gekocht aankoop inkoop buy~ buys= buying "
    "bought purchas winkelmandje kar= karren= karretje winkelwagen cart= trolley winkelkar" },
  { "cash",
    "M4.5 6.5h15a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-15a1.5 1.5 0 0 1-1.5-1.5v-8"
    "a1.5 1.5 0 0 1 1.5-1.5zM12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM6.2 12h.01M17.8 12h.01",
    "contant geld= bankbiljet cash= geldautom pinautom money= wisselgeld prijs~ prijzen~ price~ prices~ "
    "tarie kosten= cost~ costs~ loon= salaris terugbetal refund" },
  { "chair",
    "M6.8 3.5l1 9.5h8.7M7.8 13v7.5M16.5 13v7.5M7.8 17h8.7",
    "stoel zit= zitten= zitting zitplaats seat= seats= seating chair kruk= krukje" },
  { "chart",
    "M4 4v16h16M8 16v-3.5M12 16V8.5M16 16v-5.5",
    "rapport report statist cijfers meting meten= dashboard grafiek chart analys kpi= resultaten~ results~" },
  { "chat",
    "M6 4.5h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6L7.5 20v-3.5H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM8.5 10.5h.01"
    "M12 10.5h.01M15.5 10.5h.01",
    "chat whatsapp messenger bericht message sms= tekstber gesprek praten~ praat~ conversation talk= talks= "
    "dialoog" },
  { "check",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM8 12.3l2.8 2.8 5.2-5.7",
    "klaar~ akkoord bevestig confirm approv goedkeur done~ complet gelukt= voltooi accept controle "
    "controleer check= checks= checked" },
  { "checklist",
    "M3.5 7.5l2 2 3.5-4M3.5 16.5l2 2 3.5-4M12.5 7.5h8M12.5 16.5h8",
    "checklist lijst= lijstje enquete vragenlijst survey voorbereid prepar todo list= boodschappenlijst "
    "criteria eisen" },
  { "checkout",
    "M4.5 14h15a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1z"
    "M5.5 14l1.6-5.5h9.8l1.6 5.5M9 8.5v-5h6v5M10 17.2h4M10 11.3h.01M14 11.3h.01",
    "kassa kassi checkout till= register= cashier afhaalbalie" },
  { "child",
    "M12 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM12 11.5v4.5M7 10.5l5 1.5 5-1.5M12 16l-3 4.5M12 16l3 4.5",
    "kind= kinderen kids= kinder child speel spelen play= playground ballenbak baby" },
  { "clock",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 7v5l3.3 2",
    "tijd= tijden tijdstip uur~ uren time~ times openingst opening= hour laat~ vertraag vertrag delay late~ "
    "deadline ochtend avond morning evening dienstreg" },
  { "clothes",
    "M8.5 4L3.5 7l1.8 4 2.2-1v10.5h9V10l2.2 1 1.8-4-5-3a3.6 3.6 0 0 1-7 0z",
    "kleding schoen shoe boots= laarzen fit= fits= kleren shirt jurk trui broek pasho passen~ past~ clothes "
    "clothing fitting= dress= wardrobe mode= fashion" },
  { "coffee",
    "M5 9.5h11.5V15a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16.5 11h1.2a2.6 2.6 0 0 1 0 5.2h-1.3M9 3.5v2.5"
    "M12.7 3.5v2.5",
    "koffie thee= coffee= tea= cafe= espresso drinken= drankje drink= drinks= kopje" },
  { "compass",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM15.5 8.5l-2 5-5 2 2-5z",
    "orient ontdek verken explor discover orienter kompas compass navig" },
  { "contract",
    "M14 3.5H7.5A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V7.5zM14 3.5v4h4"
    "M9.2 11.5h5.6M9.2 16.8c.7-2.2 1.9-2.7 2-1.2s1 1.7 1.6.6 1 .6 2 .6",
    "contract overeenk offerte quote= quotation tekenen= ondertek polis= verzekeringsp agreement terms= "
    "voorwaard" },
  { "delivery",
    "M10.5 6h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-9a1.5 1.5 0 0 1-1.5-1.5v-9"
    "a1.5 1.5 0 0 1 1.5-1.5zM15 6v4.5M3.5 8.5H6M2.5 12H6M3.5 15.5H6",
    "bezorg deliver lever= leveren= levering geleverd aflever thuisbez koerier courier verzend verzonden "
    "verstuur shipping shipped expres" },
  { "desk",
    "M12 3.5a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4zM7 14c0-2.7 2.2-4.2 5-4.2s5 1.5 5 4.2M3 14h18"
    "M4.8 14v6.5h14.4V14",
    "balie receptie reception desk= loket counter informatieb incheckbalie inschrijfbalie gastheer gastvrouw" },
  { "desktop",
    "M4.5 4h15a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-15a1.5 1.5 0 0 1-1.5-1.5v-9"
    "a1.5 1.5 0 0 1 1.5-1.5zM12 16v4.5M8 20.5h8",
    "computer desktop pc= beeldscherm monitor= scherm= screen=" },
  { "discount",
    "M7.5 4.7a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6zM16.5 13.7a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6z"
    "M18.5 5.5l-13 13",
    "korting aanbied actie= acties= sale= uitverkoop discount offer= offers= deal= deals= coupon voucher "
    "kortingscode opruiming" },
  { "document",
    "M14 3.5H7.5A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V7.5zM14 3.5v4h4M9.2 12h5.6"
    "M9.2 16h5.6",
    "document paper= papier dossier bestand file~ files~ formaliteit nota= memo whitepaper record~" },
  { "door",
    "M6 20.5V5a1.5 1.5 0 0 1 1.5-1.5h9A1.5 1.5 0 0 1 18 5v15.5M3.5 20.5h17M14.7 12.3h.01",
    "binnenk binnenl binnen~ ingang entree entrance enter~ enters~ entering toegang aankomst aankom arriv "
    "voordeur deur= deuren uitgang exit= vertrek= verlaat verlaten= leave~ leaves~ leaving aanbellen door~" },
  { "download",
    "M12 4v11M7.5 10.5L12 15l4.5-4.5M4 16.5v2A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5v-2",
    "download ophaal opslaan= installeer= instal install update" },
  { "email",
    "M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3.7 7.3l8.3 6.2 8.3-6.2",
    "mail= mails= mailt= mailing email nieuwsbrief newsletter inbox gmail" },
  { "energy",
    "M13.5 3L5.5 13.5h5.5L10 21l8.5-11h-6z",
    "energie energy stroom= elektri electric laadp opladen= laden= charging charge= batterij battery snel~ "
    "meterstand" },
  { "flag",
    "M5.5 20.5v-17M5.5 4.5h12.5l-2.7 4 2.7 4H5.5",
    "doel~ doelen start~ startpunt begin~ finish~ einde~ goal~ mijlpaal milestone vlag" },
  { "form",
    "M9 5H7a2 2 0 0 0-2 2v11.5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2h-2"
    "M10 3h4a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-2a1 1 0 0 1 1-1zM8.7 11.7h6.6M8.7 15.7h4",
    "formulier vult= vullen= invul aanvraag aanvrag aanmeld inschrij registr form= forms= fill~ fills~ "
    "apply= application signup aangifte klacht complain" },
  { "fuel",
    "M5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h6A1.5 1.5 0 0 1 14 5v15.5M3.5 20.5h12M5 10.5h9"
    "M14 13h1.5a1.5 1.5 0 0 1 1.5 1.5v2a1.75 1.75 0 0 0 3.5 0V9l-3-3",
    "tank= tanken= tankt= benzine brandstof fuel petrol gas= tankstat pomp=" },
  { "general",
    "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z",
    "" },
  { "gift",
    "M4.5 8h15a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-2.5a1 1 0 0 1 1-1zM5 12.5v8h14v-8M12 8v12.5"
    "M12 8c-.8-3-2.3-4.5-4-4.5a2.25 2.25 0 0 0 0 4.5M12 8c.8-3 2.3-4.5 4-4.5a2.25 2.25 0 0 1 0 4.5",
    "cadeau kado gift= gifts= present~ verrass surpris verjaard birthday geschenk giveaway weggever" },
  { "globe",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM3.5 12h17"
    "M12 3.5c2.5 2.3 3.8 5.2 3.8 8.5s-1.3 6.2-3.8 8.5c-2.5-2.3-3.8-5.2-3.8-8.5s1.3-6.2 3.8-8.5z",
    "internet online~ wereld world web~ buitenland abroad internation" },
  { "handshake",
    "M3 6.5L3 15M21 6.5L21 15M3 7.5L6.8 6L10 6"
    "M21 7.5L17.2 6L13 6L9.2 9.4A1.6 1.6 0 0 0 11.4 11.8L13.8 10L18.4 14.1"
    "M3 14L5.3 14L10.2 18A1.5 1.5 0 0 0 12.5 17.6A1.5 1.5 0 0 0 15 16.4A1.5 1.5 0 0 0 17.4 15.3L18.4 14L21 14",
    "onboard welkom welcome kennismak handshake akkoordg onderhandel negotiat afspraakm sluiten= partner "
    "intake= ontmoet meet= meets= meeting verkoopgesprek adviesgesprek advies= advis" },
  { "headset",
    "M5 12.8L5 11.3A7 7 0 0 1 19 11.3L19 12.8M5 12.3L5.6 12.3A1.5 1.5 0 0 1 7.1 13.8L7.1 16.3"
    "A1.5 1.5 0 0 1 5.6 17.8L5 17.8A1.5 1.5 0 0 1 3.5 16.3L3.5 13.8A1.5 1.5 0 0 1 5 12.3zM18.4 12.3L19 12.3"
    "A1.5 1.5 0 0 1 20.5 13.8L20.5 16.3A1.5 1.5 0 0 1 19 17.8L18.4 17.8A1.5 1.5 0 0 1 16.9 16.3L16.9 13.8"
    "A1.5 1.5 0 0 1 18.4 12.3zM18.7 17.8C18.7 19.3 17.2 20.1 15.2 20.1L13 20.1",
    "klantenserv helpdesk callcenter contactcenter klantcontact support= klantendienst customer~ servicelijn" },
  { "heart",
    "M12 20C6 15.8 3.5 12.6 3.5 9.2a4.5 4.5 0 0 1 8.5-2.1a4.5 4.5 0 0 1 8.5 2.1c0 3.4-2.5 6.6-8.5 10.8z",
    "hart= liefde love~ loves~ favoriet favour favor wensenl wishlist loyal trouw= verliefd tevreden happy= "
    "zorgza" },
  { "hospital",
    "M5 20.5v-15a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v15M3 20.5h18M12 6.7v5.6M9.2 9.5h5.6M10 20.5v-4h4v4",
    "operat ziekenhuis hospital kliniek clinic poli= polikl spoedeis ehbo= emergency ambulance" },
  { "house",
    "M3.5 11.5L12 4l8.5 7.5M5.5 9.8v10.7h13V9.8M10 20.5v-6h4v6",
    "bezicht viewing huis= thuis~ thuiskom huizen woning wonen= woon= house= home= verhui moving= "
    "appartement apartment makela" },
  { "ice-cream",
    "M7.3 13.2L12 21.2l4.7-8M6.3 10.8a1.9 1.9 0 0 0 3.8 0a1.9 1.9 0 0 0 3.8 0a1.9 1.9 0 0 0 3.8 0"
    "M6.3 10.8V9a5.7 5.7 0 0 1 11.4 0v1.8",
    "ijs= ijsje ijsjes softijs ice= icecream dessert toetje" },
  { "id-card",
    "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2z"
    "M8.5 8.4a1.9 1.9 0 1 0 0 3.8a1.9 1.9 0 1 0 0-3.8zM5.6 15.8c.4-1.5 1.5-2.2 2.9-2.2s2.5.7 2.9 2.2"
    "M14.5 10h3.5M14.5 14h3.5",
    "rijbewijs identi id= idkaart legitim toegangspas pasje= pas= badge licence license digid inloggeg" },
  { "idea",
    "M9 17.5h6M10 20.5h4M9 17.5c0-1.6-.5-2.4-1.4-3.4a6.2 6.2 0 1 1 8.8 0c-.9 1-1.4 1.8-1.4 3.4",
    "idee ideeen inspir idea tip= tips= inzicht insight bedenk brainst" },
  { "information",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 11.3v5.2M12 7.8h.01",
    "info informatie information uitleg explain explan toelicht instruc voorlicht" },
  { "key",
    "M8 11.5a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4zM11 12.7l9-9M16.7 7l2.7 2.7M13.7 10l2 2",
    "sleutel key= keys= wachtwoord password oplever" },
  { "kiosk",
    "M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5"
    "zM12 14.5v6M8 20.5h8M10 8.5l1.5 1.5 2.7-3",
    "zuil= kiosk zelfscan zelfbed selfcheckout selfservice automaat terminal aanmeldzuil incheckzuil" },
  { "laptop",
    "M6.5 5h11a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-7.5"
    "a1.5 1.5 0 0 1 1.5-1.5zM2.5 19h19",
    "laptop notebook macbook" },
  { "letter",
    "M4 10v9a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-9M4 10.5l8 5.5 8-5.5M6.5 12V3.5h11V12M9.5 7h5"
    "M9.5 10h5",
    "brief= brieven schrijf= letter= letters= uitnodig invit folder flyer" },
  { "lift",
    "M7 3.5h10a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM9 10l3-3 3 3M9 14l3 3 3-3",
    "lift= liften= elevator roltrap escalator verdieping" },
  { "lock",
    "M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 10.5V8a4 4 0 0 1 8 0v2.5"
    "M12 14.5v2",
    "slot= beveilig securi privacy lock= locks= locker vergrendel kluis" },
  { "login",
    "M13.5 4h4A2 2 0 0 1 19.5 6v12a2 2 0 0 1-2 2h-4M4 12h10.5M11 8.5l3.5 3.5-3.5 3.5",
    "inlog login logt= inloggen= log~ logs~ signin aanmelden= account accounts profiel profile incheck "
    "checkin" },
  { "loyalty-card",
    "M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM8.8 8.9L9.68 10.99"
    "L11.94 11.18L10.23 12.66L10.74 14.87L8.8 13.7L6.86 14.87L7.37 12.66L5.66 11.18L7.92 10.99zM15 10.2h2.7"
    "M15 14h2.7",
    "klantenkaart spaarkaart spaar sparen= loyaliteit loyalty punten= points= member lidmaat bonuskaart "
    "abonne subscri family" },
  { "mailbox",
    "M7.5 5L16.5 5A4 4 0 0 1 20.5 9L20.5 16L3.5 16L3.5 9A4 4 0 0 1 7.5 5zM7.5 5A4 4 0 0 1 11.5 9L11.5 16"
    "M12 16L12 19.5M14.5 10L17.5 10L17.5 7",
    "brievenbus mailbox postbus post= postbode postorder" },
  { "map",
    "M3.5 6.5L9.2 4l5.6 2.5L20.5 4v13.5L14.8 20l-5.6-2.5L3.5 20zM9.2 4v13.5M14.8 6.5V20",
    "kaart= plattegrond kaarten= route= routes= map= maps= wegwijs navigatie directions=" },
  { "medal",
    "M12 9.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8.7 10.6L5 3.5h4.5l2.5 4.5 2.5-4.5H19l-3.7 7.1"
    "M11 14l1.2-1v4.2",
    "award certific diploma= kwaliteit quality medal keurmerk bekroon" },
  { "microphone",
    "M12 3.5h0a3 3 0 0 1 3 3v4.5a3 3 0 0 1-3 3h0a3 3 0 0 1-3-3v-4.5a3 3 0 0 1 3-3z"
    "M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
    "podcast microfoon microphone interview spraak speech voice omroep" },
  { "newspaper",
    "M17 8.5h3.5V18a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V4.5H17V18a2 2 0 0 0 1.5 2M6.7 8h7M6.7 16.5h7M6.7 12.2h7",
    "krant krante nieuws~ nieuwss news= newspaper press= pers= persber dagblad" },
  { "notification",
    "M12 3.5v1.5M6.5 11a5.5 5.5 0 0 1 11 0c0 3 .7 4.5 2 6h-15c1.3-1.5 2-3 2-6zM10.2 20.3h3.6",
    "melding notif herinner remind alarm waarschuwing= push= pushber alert" },
  { "office",
    "M4.5 20.5v-15A1.5 1.5 0 0 1 6 4h7a1.5 1.5 0 0 1 1.5 1.5v15M14.5 10H18a1.5 1.5 0 0 1 1.5 1.5v9M3 20.5h18"
    "M8 8h3M8 12h3M8 16h3",
    "kantoor werk~ werken~ bedrijf company work~ working~ filiaal branch= hoofdkantoor vestiging" },
  { "parcel",
    "M4 9h16v9.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5z"
    "M4 9l2.2-4.2A1.5 1.5 0 0 1 7.5 4h9a1.5 1.5 0 0 1 1.3.8L20 9M12 4v8.5",
    "pakket pakje= pakjes= parcel package= packages postpakket" },
  { "parking",
    "M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3h-10a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3z"
    "M9.8 16.5v-9h2.9a2.75 2.75 0 0 1 0 5.5H9.8",
    "parkeerplaats parkeergarage parkeerterrein garage=" },
  { "passport",
    "M7.5 3.5h9a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2z"
    "M12 7.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6zM9.5 17h5",
    "paspoort passport visum visa= douane customs grenscontr" },
  { "people",
    "M9 4.9a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8zM2.8 19.5c0-3.4 2.6-5.3 6.2-5.3s6.2 1.9 6.2 5.3"
    "M15.7 5a3.4 3.4 0 0 1 0 6.6M18 14.5c2 .7 3.2 2.5 3.2 5",
    "mensen~ groep groepen people= team= teams= vriend friend familie famil samen~ drukte druk~ crowd "
    "together community gemeenschap publiek audience workshop bijeenk" },
  { "person",
    "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4.5 20.5c0-3.8 3.2-6 7.5-6s7.5 2.2 7.5 6",
    "klant~ klanten~ persoon person persoons medewerk employee verkoper seller adviseur gebruiker user~ "
    "bezoeker visitor patient zelf~ collega" },
  { "phone",
    "M9 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2zM11 18h2",
    "telefoon mobiel smartphone phone= phones= mobile= gsm= toestel iphone android" },
  { "photo",
    "M5.5 4.5h13a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2z"
    "M8.6 7.8a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8zM3.8 17.3l4.7-4.3 3.5 3 3-2.6 5.3 4.3",
    "foto photo picture afbeeld plaatje instagram beeld= image" },
  { "pill",
    "M5.64 12.71L12.71 5.64A4 4 0 0 1 18.36 5.64L18.36 5.64A4 4 0 0 1 18.36 11.29L11.29 18.36"
    "A4 4 0 0 1 5.64 18.36L5.64 18.36A4 4 0 0 1 5.64 12.71zM9.17 9.17L14.83 14.83",
    "medicijn pil= pillen apothe pharmac medicat medicin recept= prescri" },
  { "pin",
    "M12 20.8c4-4.2 6.2-7.5 6.2-10.5a6.2 6.2 0 0 0-12.4 0c0 3 2.2 6.3 6.2 10.5z"
    "M12 8.1a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4z",
    "locatie locati adres address plek~ place~ pin= location vestigingen bestemm destinat winkelzoek waar~ "
    "where~" },
  { "plane",
    "M19.41 4.59C20.11 5.3 19.69 6.72 18.7 7.71L15.73 10.68L17.64 18.67L16.08 20.22L12.69 13.72L9.86 16.54"
    "L10.21 19.16L8.94 20.43L7.03 16.97L3.57 15.06L4.84 13.79L7.46 14.14L10.28 11.31L3.78 7.92L5.33 6.36"
    "L13.32 8.27L16.29 5.3C17.28 4.31 18.7 3.89 19.41 4.59z",
    "vlieg vlucht vliegt flight plane= airport luchthaven schiphol airline boarding= instap vakantie holiday" },
  { "plant",
    "M12.5 20L12.5 11M12.5 12.5C8 12.5 5.5 10 5.5 5C10 5 12.5 7.5 12.5 12.5z"
    "M12.5 15C16.3 15 18.5 13 18.5 8.7C14.7 8.7 12.5 10.7 12.5 15zM8.5 20L16.5 20",
    "plant= planten= tuin garden groei grow= growth groen~ duurzaam sustainab natuur nature bloem flower" },
  { "presentation",
    "M3.5 4.5h17M5 4.5v10.5h14V4.5M12 15v2.5M8.5 21l3.5-3.5 3.5 3.5M8.5 11.5l2.5-2.5 2 2 3-3",
    "presentat presenteer demo= demonstr webinar cursus course training= slide lezing pitch" },
  { "price-tag",
    "M4 5.5A1.5 1.5 0 0 1 5.5 4h6.7L20 11.8a1.5 1.5 0 0 1 0 2.1L13.9 20a1.5 1.5 0 0 1-2.1 0L4 12.2z"
    "M8.3 7.7a0.6 0.6 0 1 0 0 1.2a0.6 0.6 0 1 0 0-1.2z",
    "prijskaart prijslabel label= pricetag merk= brand= goedkoop cheap vergelijkp" },
  { "printer",
    "M7 8.5v-5h10v5"
    "M7 17H5a1.5 1.5 0 0 1-1.5-1.5V10A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 1 19 17h-2"
    "M7 14h10v6.5H7z",
    "print printen= afdruk printer kopieer" },
  { "qr-code",
    "M5 4h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1z"
    "M15 4h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1z"
    "M5 14h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1zM14 14v2.5M17.5 14h2.5M20 17v3"
    "M14 20h2.8M17.2 17.2h.01",
    "qr= qrcode" },
  { "question",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM9.3 9.7a2.75 2.75 0 1 1 4 2.4c-.9.5-1.3 1-1.3 1.9"
    "M12 16.8h.01",
    "vraag= vragen= vraagt~ question ask~ asks~ asking faq= hulp~ help~ helpt~ twijfel doubt doubts onzeker" },
  { "radio",
    "M5 8.5h14a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-7.5a2 2 0 0 1 2-2zM6.5 8.5L17 4"
    "M8.5 11.7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM15 12.2h2.7M15 16.2h2.7",
    "radio spotify muziek= music" },
  { "receipt",
    "M6 20.5v-17h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5zM9.2 8h5.6M9.2 11.5h5.6M9.2 15H12",
    "bon= bonnetje kassabon factuur facturen rekening= invoice bill= bills= receipt" },
  { "restaurant",
    "M6 3.5L6 8A2.5 2.5 0 0 0 11 8L11 3.5M8.5 3.5L8.5 20.5"
    "M18 20.5L18 3.5C15.8 4.8 14.7 8 14.7 11.7A1.3 1.3 0 0 0 16 13L18 13",
    "restaurant eten= eet= lunch diner dinner ontbijt breakfast maaltijd meal= meals= food= balletjes "
    "meatball eat= eats= eating kantine canteen pauze" },
  { "return",
    "M4 9h16v9.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5z"
    "M4 9l2.2-4.2A1.5 1.5 0 0 1 7.5 4h9a1.5 1.5 0 0 1 1.3.8L20 9M10.3 12l-2.5 2.5 2.5 2.5M7.8 14.5h8.4",
    "retour terugbreng terugstur ruilen= ruilt= return= returns= returning exchange omruil" },
  { "review",
    "M6 4.5h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6L7.5 20v-3.5H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z"
    "M12 7.1L13 9.42L15.52 9.66L13.62 11.33L14.17 13.79L12 12.5L9.83 13.79L10.38 11.33L8.48 9.66L11 9.42z",
    "review beoordel recens ervaring rating rate= rates= feedback evalu waardeer experience sterren "
    "testimonial" },
  { "scales",
    "M12 4v16.5M8 20.5h8M5 6.5h14M5 6.5l-2.5 7a2.6 2.6 0 0 0 5 0zM19 6.5l-2.5 7a2.6 2.6 0 0 0 5 0z",
    "afweg weeg= wegen= overweg consider weigh balans balance kiezen~ kiest~ keuze~ gekozen~ choose~ "
    "chooses~ choosing~ choice decide decides deciding decision beslis besluit" },
  { "scan",
    "M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16"
    "M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M3.5 12h17",
    "scan= scans= scant= scannen= scanned scanning gescand" },
  { "school",
    "M12 5L2.5 9.5 12 14l9.5-4.5zM6.5 11.5v4.7c0 1.5 2.5 2.8 5.5 2.8s5.5-1.3 5.5-2.8v-4.7M21.5 9.5v5.5",
    "school= scholen opleid educat universi studie student study= studies leren~ learn onderwijs" },
  { "search",
    "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.2 15.2l5.3 5.3",
    "zoek= zoeken= zoekt= zoekm zoekop opzoek uitzoek google googel search seo= sea= find~ finds~ finding "
    "look~ looks~ looking~ vind~ vindt~ vinden~ gevonden~ gezocht~" },
  { "service",
    "M4.5 16a7.5 7.5 0 0 1 15 0zM3 19.5h18M12 8.5V6M10.3 5.5h3.4",
    "service= servicedesk nazorg aftercare bediening concierge serviceb gastvrij hospitality" },
  { "share",
    "M6.5 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM17 3.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z"
    "M17 15.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5zM8.7 10.8l6.1-3.5M8.7 13.2l6.1 3.5",
    "delen~ deelt~ gedeeld share~ shares~ sharing doorstur forward aanbevel recommend verwijz refer= referral" },
  { "shield",
    "M12 3.3l7.5 2.7v5.5c0 4.3-3 7.5-7.5 9.3-4.5-1.8-7.5-5-7.5-9.3V6zM8.7 11.8l2.3 2.3 4.3-4.6",
    "garantie guarantee warranty verzeker insur veilig= veiligh safe= safety bescherm protect" },
  { "shop-window",
    "M4 9.5l1.7-5.5h12.6L20 9.5a2.67 2.67 0 0 1-5.33 0a2.67 2.67 0 0 1-5.34 0a2.67 2.67 0 0 1-5.33 0z"
    "M5.5 12.7v7.8h13v-7.8M9.3 17.7l2-2.2M13 17.7l2-2.2",
    "etalage shopwindow vitrine toonzaal showroom uitstalling toonzalen" },
  { "sign",
    "M4 20.5h16M5 16.5l.8-3.5L15 3.8a1.8 1.8 0 0 1 2.6 2.6L8.5 15.7z",
    "handteken signature sign= signs= signing schrijven= write= opschrijv notitie note~ notes~" },
  { "signpost",
    "M12 3v2.5M12 10v2M12 16.5v4M9 20.5h6M6 5.5h10.5l2.5 2.25-2.5 2.25H6zM18 12H8l-2.5 2.25L8 16.5h10z",
    "bewegwijz wegwijzer borden= signage richting direction= orientatiep keuzeh" },
  { "social",
    "M6 4.5h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6L7.5 20v-3.5H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z"
    "M12 13.6c-2.2-1.5-3-2.6-3-3.8a1.6 1.6 0 0 1 3-.8a1.6 1.6 0 0 1 3 .8c0 1.2-.8 2.3-3 3.8z",
    "facebook twitter linkedin tiktok social sociale snapchat pinterest like~ likes~ influencer volgen= "
    "mastodon" },
  { "sofa",
    "M6 10.3L6 7.3A2.5 2.5 0 0 1 8.5 4.8L15.5 4.8A2.5 2.5 0 0 1 18 7.3L18 10.3"
    "M6 14.3L18 14.3L18 12.3A2 2 0 1 1 20.5 14.24L20.5 17.8L3.5 17.8L3.5 14.24A2 2 0 1 1 6 12.3z"
    "M6 17.8L6 19.8M18 17.8L18 19.8",
    "sofa couch fauteuil woonkamer living zithoek wachtkamer wachtruimte waitingroom lounge ontspan relax "
    "rust~ rusten=" },
  { "stairs",
    "M3.5 20h4.25v-4H12v-4h4.25V8h4.25V4",
    "trap= trappen= stairs= stair stap~ stappen~ steps~ step~" },
  { "star",
    "M12 3.4L14.41 9.38L20.84 9.83L15.9 13.97L17.47 20.22L12 16.8L6.53 20.22L8.1 13.97L3.16 9.83L9.59 9.38z",
    "ster= favoriete hoogtepunt highlight uitblink wow~ star= stars= bijzonder" },
  { "stethoscope",
    "M6.5 3.5L4.5 3.5L4.5 9A4.5 4.5 0 0 0 13.5 9L13.5 3.5L11.5 3.5M9 13.5L9 16A4.5 4.5 0 0 0 18 16L18 13.7"
    "M18 9.3A2.2 2.2 0 1 0 18 13.7A2.2 2.2 0 1 0 18 9.3z",
    "dokter arts= huisarts doctor consult onderzoek= specialist behandel treatment diagnos verple nurse "
    "zorg~ care~ symptom" },
  { "stop",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM9 9l6 6M15 9l-6 6",
    "stop= stopt= stoppen= opzeg annuleer annuler cancel fout= fouten error= afgewezen reject weiger afhaker "
    "fail= fails=" },
  { "store",
    "M4 9.5l1.7-5.5h12.6L20 9.5a2.67 2.67 0 0 1-5.33 0a2.67 2.67 0 0 1-5.34 0a2.67 2.67 0 0 1-5.33 0z"
    "M5.5 12.7v7.8h13v-7.8M10 20.5V16h4v4.5",
    "winkel= winkels= winkelen= winkelb shop= shops= store= stores= supermarkt supermarket retail warenhuis "
    "markt= market=" },
  { "suitcase",
    "M6 7.5h12a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2v-8.5a2 2 0 0 1 2-2z"
    "M9 7.5V5.5A1.5 1.5 0 0 1 10.5 4h3A1.5 1.5 0 0 1 15 5.5v2M8.5 7.5V20M15.5 7.5V20",
    "koffer bagage luggage suitcase reis~ reizen~ reist~ travel trip= inpakken=" },
  { "syringe",
    "M13.27 6.91L17.09 10.73L10.02 17.8L6.2 13.98zM8.11 15.89L4.93 19.07M15.18 8.82L18.72 5.28"
    "M16.95 3.51L20.49 7.05M12.14 5.78L18.22 11.86M10.8 9.38L12.21 10.8M8.68 11.51L10.09 12.92",
    "prik= prikken= vaccin inject injecti bloed= bloedaf blood= spuit" },
  { "table-compare",
    "M5.5 4.5h13a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM3.5 9h17M9.5 4.5v15"
    "M12.5 14.3l1.8 1.8 3-3.4",
    "vergelijk compar tabel table= verschil difference specificat" },
  { "tablet",
    "M6.5 3.5h11a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM11 17.5h2",
    "tablet ipad" },
  { "target",
    "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM12 12h.01",
    "doelgroep target= raak~ touchpoint contactmoment" },
  { "taxi",
    "M5 12l1.5-3.7A2 2 0 0 1 8.4 7h7.2a2 2 0 0 1 1.9 1.3L19 12M5 12h14a2 2 0 0 1 2 2v3.5H3V14a2 2 0 0 1 2-2z"
    "M6 17.5V20M18 17.5V20M10 7V4h4v3M7 14.8h.01M17 14.8h.01",
    "taxi= taxis= uber= cab=" },
  { "thumb-down",
    "M16.5 13L16.5 4L7.2 4A2 2 0 0 0 5.2 5.6L4.1 11.1A2 2 0 0 0 6 13.5L10.5 13.5L10.5 18"
    "A2.5 2.5 0 0 0 12.7 20.5zM20.5 13L16.5 13L16.5 4L20.5 4z",
    "slecht teleur negatie disappoint negative dislike ontevred unhappy" },
  { "thumb-up",
    "M7.5 11v9h9.3a2 2 0 0 0 2-1.6l1.1-5.5A2 2 0 0 0 18 10.5h-4.5V6a2.5 2.5 0 0 0-2.2-2.5zM3.5 11h4v9h-4z",
    "goed~ positie positive compliment aanrader thumb duim" },
  { "ticket",
    "M3.5 7h17v3.2a1.8 1.8 0 0 0 0 3.6V17h-17v-3.2a1.8 1.8 0 0 0 0-3.6zM14.5 10v1M14.5 13v1",
    "kaartje= kaartjes ticket toegangsbew entreeb boardingpass instapkaart vervoersbew loterij concert "
    "festival event= evenement theater theatre bioscoop cinema" },
  { "tools",
    "M4.5 9h15a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-15a1.5 1.5 0 0 1-1.5-1.5v-8"
    "a1.5 1.5 0 0 1 1.5-1.5zM8.5 9V6.5A1.5 1.5 0 0 1 10 5h4a1.5 1.5 0 0 1 1.5 1.5V9M3 14h18M8.5 12.3v3.4"
    "M15.5 12.3v3.4",
    "gereedschap klus klussen= tools= toolbox diy= assemble assembly monteren= montage inelkaar bouwen= "
    "build= builds=" },
  { "train",
    "M9 3.5h6a3 3 0 0 1 3 3V14a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V6.5a3 3 0 0 1 3-3zM6 10.5h12M8.5 17l-2.5 3.5"
    "M15.5 17l2.5 3.5M9.5 13.8h.01M14.5 13.8h.01",
    "trein station= stations= perron train= trains= spoor= metro subway ov= ovchip platform=" },
  { "tram",
    "M9.5 6.5h5a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1-2.5 2.5h-5A2.5 2.5 0 0 1 7 15V9a2.5 2.5 0 0 1 2.5-2.5z"
    "M7 12.5h10M12 6.5l-2-3h5M5 20.5h14M10 15h.01M14 15h.01",
    "tram= trams= tramhalte streetcar sneltram lightrail" },
  { "trophy",
    "M7.5 4h9v5.5a4.5 4.5 0 0 1-9 0zM7.5 5.5H4V7a3.5 3.5 0 0 0 3.7 3.5M16.5 5.5H20V7a3.5 3.5 0 0 1-3.7 3.5"
    "M12 14v3M8.5 20.5c0-2 1.5-3.5 3.5-3.5s3.5 1.5 3.5 3.5z",
    "winnen= wint= winnaar win= wins= winner competit wedstrijd contest trofee trophy succes success" },
  { "truck",
    "M7.2 15.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM17.2 15.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM5.2 17.5H3V6h11v11.5H9.2"
    "M14 10h3.7L21 13.7v3.8h-1.8M14 17.5h1.2",
    "vracht truck= vrachtw transport= bestelbus busje verhuisw lorry van= logisti" },
  { "tv",
    "M5 7.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-8.5a2 2 0 0 1 2-2zM8 3.5l4 4 4-4",
    "televisie television tv= tvs= netflix streaming" },
  { "unpack",
    "M5 11.5v7A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5v-7zM5 11.5L2.8 8.2M19 11.5l2.2-3.3M12 8.5v-5"
    "M9.5 5.8L12 3.3l2.5 2.5",
    "uitpak unpack unbox openmaken= open~ openen~" },
  { "video",
    "M5.5 5h13a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-13a2.5 2.5 0 0 1-2.5-2.5v-9"
    "a2.5 2.5 0 0 1 2.5-2.5zM10 9v6l5-3z",
    "video videos youtube filmpje film= clip= animatie animation videobel videocall zoom=" },
  { "wait",
    "M6.5 3.5h11M6.5 20.5h11M8 3.5v3.5c0 2.5 4 3.5 4 5s-4 2.5-4 5v3.5"
    "M16 3.5v3.5c0 2.5-4 3.5-4 5s4 2.5 4 5v3.5",
    "wacht wait rij= queue line=" },
  { "walk",
    "M13 3a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 1 0 0-3.4zM12.6 9.2l-1.2 5M11.4 14.2l3 2.4 1 4.1"
    "M11.4 14.2l-1 3.2-2.9 3.3M12.6 9.2l2.4 2.6 2.7.6M12.6 9.2L9.3 10.6l-1.1 3",
    "loop= loopt= lopen= wandel rondlop rondkijk rondwan walk stroll doorlopen= wander voetganger browse=" },
  { "wallet",
    "M18.5 8V6A1.5 1.5 0 0 0 17 4.5H6A2 2 0 0 0 4 6.5v11a2 2 0 0 0 2 2h12.5A1.5 1.5 0 0 0 20 18V9.5"
    "A1.5 1.5 0 0 0 18.5 8H5.5M20 12h-3.2a1.9 1.9 0 0 0 0 3.8H20",
    "portemonnee wallet budget financ uitgaven" },
  { "warehouse",
    "M3.5 20.5V9L12 4l8.5 5v11.5M7.5 20.5v-8h9v8M7.5 16.5h9",
    "magazijn warehouse depot distribut pakhuis loods afhaalpunt pickup collect afhaal afhalen= ophalen= "
    "stelling gangpad aisle" },
  { "warning",
    "M10.7 4.6L3.3 17.5a1.5 1.5 0 0 0 1.3 2.25h14.8a1.5 1.5 0 0 0 1.3-2.25L13.3 4.6a1.5 1.5 0 0 0-2.6 0z"
    "M12 9.5v4M12 16.6h.01",
    "probleem problem risico risk waarschuw warning storing outage schade damage ongeval accident gevaar "
    "danger pech issue defect broken kapot crisis" },
  { "watch",
    "M12 6.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4zM9 7.7l.8-4.2h4.4l.8 4.2M9 16.3l.8 4.2h4.4l.8-4.2"
    "M12 9.8V12l1.5 1",
    "horloge smartwatch watch= wearable" },
  { "website",
    "M5 4.5h14a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM3 9h18M6 6.8h.01"
    "M8.6 6.8h.01",
    "website webs site= webshop webpag homepage pagina page~ pages= landingsp landing browser portaal portal" },
  { "wifi",
    "M3.5 9.2A12 12 0 0 1 20.5 9.2M6.5 12.5A7.8 7.8 0 0 1 17.5 12.5M9.4 15.7A3.7 3.7 0 0 1 14.6 15.7"
    "M12 19L12.01 19",
    "wifi netwerk network verbinding connection bluetooth router glasvezel" },
  { "wrench",
    "M20.2 7.2a5 5 0 0 1-6.7 6.1l-6.1 6.1a2 2 0 0 1-2.8-2.8l6.1-6.1A5 5 0 0 1 16.8 3.8l-2.9 2.9.6 2.8 2.8.6z",
    "reparat repareer repair onderhoud mainten fix= fixes fixing installat monteur herstel moersleutel "
    "servicebeurt apk=" },
};

const guint jm_pictogram_data_length = G_N_ELEMENTS (jm_pictogram_data);
