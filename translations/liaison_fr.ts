<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>liaison::ui::AccountStep</name>
    <message>
        <source>It does not belong in this field: “%1”.</source>
        <translation>Sa place n’est pas dans ce champ&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AddressStep</name>
    <message>
        <source>This looks like a Moodle token.</source>
        <translation>Ceci ressemble à un jeton de Moodle.</translation>
    </message>
    <message>
        <source>This looks like a token of the chat server.</source>
        <translation>Ceci ressemble à un jeton du serveur de chat.</translation>
    </message>
    <message>
        <source>This looks like the address of a server.</source>
        <translation>Ceci ressemble à l’adresse d’un serveur.</translation>
    </message>
    <message>
        <source>This looks like a login.</source>
        <translation>Ceci ressemble à un identifiant.</translation>
    </message>
    <message>
        <source>We use %1</source>
        <translation>Nous utiliserons %1</translation>
    </message>
    <message>
        <source>Here the address is asked for, as it stands in the browser; tokens come in later steps.</source>
        <translation>Ici, il faut l’adresse, telle qu’elle figure dans le navigateur&#x202f;; les jetons viennent aux étapes suivantes.</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>L’adresse manque.</translation>
    </message>
    <message>
        <source>Write it as in the browser, for example %1.</source>
        <translation>Écrivez-la comme dans le navigateur, par exemple %1.</translation>
    </message>
    <message>
        <source>https://moodle.example.org</source>
        <translation>https://moodle.exemple.fr</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>Reading the certificate</source>
        <translation>Lecture du certificat</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Question à %1</translation>
    </message>
    <message>
        <source>Add your institution’s certificate…</source>
        <translation>Ajouter le certificat de votre établissement…</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Réseau…</translation>
    </message>
    <message>
        <source>Address of Moodle</source>
        <translation>Adresse de Moodle</translation>
    </message>
    <message>
        <source>Address of the chat server</source>
        <translation>Adresse du serveur de chat</translation>
    </message>
    <message>
        <source>As it stands in the browser. One call without any token says whether a Moodle answers there.</source>
        <translation>Telle qu’elle figure dans le navigateur. Un seul appel, sans aucun jeton, dit si un Moodle y répond.</translation>
    </message>
    <message>
        <source>As it stands in the browser, or in the settings of the Moodle plugin. One call without any token says whether a Rocket.Chat answers there.</source>
        <translation>Telle qu’elle figure dans le navigateur, ou dans les réglages du plugin Moodle. Un seul appel, sans aucun jeton, dit si un Rocket.Chat y répond.</translation>
    </message>
    <message>
        <source>https://chat.example.org</source>
        <translation>https://chat.exemple.fr</translation>
    </message>
    <message>
        <source>What has to be switched on in Moodle</source>
        <translation>À activer dans Moodle</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; Overview: switch on web services and the REST protocol.</source>
        <translation>Administration du site &gt; Serveur &gt; Services web &gt; Vue d’ensemble&#xa0;: activer les services web et le protocole REST.</translation>
    </message>
    <message>
        <source>Only addresses in https are used: a token never travels in clear.</source>
        <translation>Seules les adresses en https sont utilisées&#xa0;: un jeton ne circule jamais en clair.</translation>
    </message>
    <message>
        <source>Where to find it</source>
        <translation>Où la trouver</translation>
    </message>
    <message>
        <source>In Moodle: Site administration &gt; Plugins &gt; Activity modules &gt; Rocket.Chat shows the address that the plugin uses.</source>
        <translation>Dans Moodle&#xa0;: Administration du site &gt; Plugins &gt; Modules d’activités &gt; Rocket.Chat indique l’adresse qu’utilise le plugin.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ApplyView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>en cours depuis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)/min</source>
        <translation>
            <numerusform>%n requête/min</numerusform>
            <numerusform>%n requêtes/min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n step(s)</source>
        <translation>
            <numerusform>sur %n étape</numerusform>
            <numerusform>sur %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n à venir</numerusform>
            <numerusform>%n à venir</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>in the room %1</source>
        <translation>dans le salon %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>reading the rooms again</source>
        <translation>relecture des salons</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt demandé…</translation>
    </message>
    <message>
        <source>Stop after the current call</source>
        <translation>Arrêter après l’appel en cours</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>démarrée à %1</translation>
    </message>
    <message>
        <source>stop asked for: the call under way ends, the remaining steps are skipped</source>
        <translation>arrêt demandé&#xa0;: l’appel en cours se termine, les étapes restantes sont ignorées</translation>
    </message>
    <message>
        <source>each step is in the journal before it is written</source>
        <translation>chaque étape est inscrite au journal avant l’écriture</translation>
    </message>
    <message>
        <source>Plan being applied</source>
        <translation>Application en cours</translation>
    </message>
    <message>
        <source>Rooms of the run</source>
        <translation>Salons de l’exécution</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>paused: the call under way ends, then nothing is sent until you go on</source>
        <translation>suspendue&#xa0;: l’appel en cours se termine, puis rien n’est envoyé jusqu’à la reprise</translation>
    </message>
    <message>
        <source>Stopping after the current call</source>
        <translation>Arrêt après l’appel en cours</translation>
    </message>
    <message>
        <source>Paused: nothing is being sent</source>
        <translation>Application suspendue&#xa0;: rien n’est envoyé</translation>
    </message>
    <message>
        <source>a server limits requests: going on in %1</source>
        <translation>un serveur limite les requêtes&#xa0;: reprise dans %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AssistantPage</name>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copy the sheet of rights</source>
        <translation>Copier la fiche des droits</translation>
    </message>
    <message>
        <source>One page for the person who grants the rights on both servers</source>
        <translation>Une page pour la personne qui accorde les droits sur les deux serveurs</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>Enregistrer la fiche…</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Copied: paste it into a message or a document to print it.</source>
        <translation>Copiée&#xa0;: collez-la dans un message, ou dans un document pour l’imprimer.</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Enregistrer la fiche</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::AssistantWindow</name>
    <message>
        <source>Connection – Liaison</source>
        <translation>Connexion – Liaison</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another campus.</source>
        <translation>Un plan est en cours d’application&#xa0;: laissez-le finir, ou annulez-le, avant d’ouvrir un autre campus.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::BundlePane</name>
    <message>
        <source>Save the support bundle…</source>
        <translation>Enregistrer le dossier d’assistance…</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Enregistrer le dossier d’assistance</translation>
    </message>
    <message>
        <source>Support bundles (*.json)</source>
        <translation>Dossiers d’assistance (*.json)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ChatAccountStep</name>
    <message>
        <source>The chat server asks for a second proof of identity.</source>
        <translation>Le serveur de chat demande une seconde preuve d’identité.</translation>
    </message>
    <message>
        <source>It has sent a code by e-mail to the address of the account.</source>
        <translation>Il a envoyé un code par courriel à l’adresse du compte.</translation>
    </message>
    <message>
        <source>Type the code that the authenticator application of the account shows.</source>
        <translation>Saisissez le code qu’affiche l’application d’authentification du compte.</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Le code manque.</translation>
    </message>
    <message>
        <source>Checking the code</source>
        <translation>Vérification du code</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>L’identifiant manque.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Le mot de passe manque.</translation>
    </message>
    <message>
        <source>Signing in to the chat server, once</source>
        <translation>Connexion au serveur de chat, une seule fois</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>Le jeton manque.</translation>
    </message>
    <message>
        <source>Asking the chat server whom the token belongs to</source>
        <translation>Question au serveur de chat&#xa0;: à qui appartient le jeton&#x202f;?</translation>
    </message>
    <message>
        <source>%1, Rocket.Chat %2</source>
        <translation>%1, Rocket.Chat %2</translation>
    </message>
    <message>
        <source>%1, token “%2” made</source>
        <translation>%1, jeton «&#xa0;%2&#xa0;» créé</translation>
    </message>
    <message>
        <source>Account on the chat server</source>
        <translation>Compte sur le serveur de chat</translation>
    </message>
    <message>
        <source>Recommended: the account that the Moodle plugin uses, with a token of its own for this workstation.</source>
        <translation>Recommandé&#xa0;: le compte qu’utilise le plugin Moodle, avec un jeton propre à ce poste.</translation>
    </message>
    <message>
        <source>Second proof of identity</source>
        <translation>Seconde preuve d’identité</translation>
    </message>
    <message>
        <source>For this one sign-in; the code is not kept.</source>
        <translation>Pour cette seule connexion&#x202f;; le code n’est pas conservé.</translation>
    </message>
    <message>
        <source>I have a personal access token</source>
        <translation>J’ai un jeton d’accès personnel</translation>
    </message>
    <message>
        <source>Sign in once, and have a token made</source>
        <translation>Me connecter une fois, et faire créer un jeton</translation>
    </message>
    <message>
        <source>Login of the account</source>
        <translation>Identifiant du compte</translation>
    </message>
    <message>
        <source>Personal access token</source>
        <translation>Jeton d’accès personnel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sent once, to the chat server, and forgotten. A personal access token “%1” is made, and the session is closed.</source>
        <extracomment>%1: name of a token</extracomment>
        <translation>Envoyé une seule fois, au serveur de chat, puis oublié. Un jeton d’accès personnel «&#xa0;%1&#xa0;» est créé, et la session est fermée.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What to create on the chat server</source>
        <translation>À créer sur le serveur de chat</translation>
    </message>
    <message>
        <source>Sign in to Rocket.Chat with the account of the Moodle plugin: it owns the rooms that it made.</source>
        <translation>Se connecter à Rocket.Chat avec le compte du plugin Moodle&#xa0;: il est propriétaire des salons qu’il a créés.</translation>
    </message>
    <message>
        <source>My account &gt; Personal access tokens: name “%1”, tick “Ignore two factor authentication”, Add; copy the token, which is shown once. It takes the permission create-personal-access-tokens.</source>
        <translation>Mon compte &gt; Jetons d’accès personnels&#xa0;: nom «&#xa0;%1&#xa0;», cocher «&#xa0;Ignorer l’authentification à deux facteurs&#xa0;», Ajouter&#x202f;; copier le jeton, affiché une seule fois. Cela demande la permission create-personal-access-tokens.</translation>
    </message>
    <message>
        <source>Administration &gt; Permissions: the permissions of the sheet, for the role of the account.</source>
        <translation>Administration &gt; Permissions&#xa0;: les permissions de la fiche, pour le rôle du compte.</translation>
    </message>
    <message>
        <source>Why this account: member lists and roles can only be read from inside a room, and it is inside all of them; and the plugin’s own synchronisation removes any other account that is not enrolled. Why a token of our own: the plugin’s stays where it is, and this one can be taken back alone.</source>
        <translation>Pourquoi ce compte&#xa0;: les membres et les rôles ne se lisent que depuis l’intérieur d’un salon, et il est dans tous&#x202f;; la synchronisation du plugin retire d’ailleurs tout autre compte non inscrit. Pourquoi un jeton propre à Liaison&#xa0;: celui du plugin reste en place, et celui-ci peut être révoqué séparément.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::CheckRow</name>
    <message>
        <source>Copy this problem: %1</source>
        <translation>Copier ce problème&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy this problem and what to do</source>
        <translation>Copier ce problème et ce qu’il faut faire</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ChipGroup</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Autres filtres</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ClassCards</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Creations</source>
        <translation>Créations</translation>
    </message>
    <message>
        <source>Additions</source>
        <translation>Ajouts</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Removals</source>
        <translation>Retraits</translation>
    </message>
    <message>
        <source>Room settings</source>
        <translation>Réglages de salon</translation>
    </message>
    <message>
        <source>not included</source>
        <translation>non compris</translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n retenu</numerusform>
            <numerusform>%n retenus</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune étape</translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n salon</numerusform>
            <numerusform>%n salons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::ConfirmBar</name>
    <message>
        <source>Removals and demotions, typed to confirm: %1</source>
        <translation>Retraits et rétrogradations à saisir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Number of steps, typed to confirm: %1</source>
        <translation>Nombre d’étapes à saisir pour confirmer&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n step(s)</source>
        <translation>
            <numerusform>Appliquer %n étape</numerusform>
            <numerusform>Appliquer %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>The plan is being made again.</source>
        <translation>Le plan est en cours de calcul.</translation>
    </message>
    <message>
        <source>No step is ticked.</source>
        <translation>Aucune étape n’est cochée.</translation>
    </message>
    <message>
        <source>The number is missing.</source>
        <translation>Il manque le nombre.</translation>
    </message>
    <message>
        <source>The number typed is not %1.</source>
        <translation>Le nombre saisi n’est pas %1.</translation>
    </message>
    <message>
        <source>Each step is checked again just before it is written.</source>
        <translation>Chaque étape est revérifiée juste avant l’écriture.</translation>
    </message>
    <message>
        <source>This profile is read-only, a protection against mistakes: nothing can be applied from here. Save the plan for a colleague who may.</source>
        <translation>Ce profil est en lecture seule, une protection contre les erreurs&#xa0;: rien ne peut être appliqué d’ici. Enregistrez le plan pour une personne qui en a le droit.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::CoursesPage</name>
    <message>
        <source>See the diagnostics</source>
        <translation>Voir le diagnostic</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy for the ticket</source>
        <translation>Copier pour le ticket</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln room(s) unknown.</source>
        <translation>
            <numerusform>%1 %Ln salon inconnu.</numerusform>
            <numerusform>%1 %Ln salons inconnus.</numerusform>
        </translation>
    </message>
    <message>
        <source>no course shown of %1</source>
        <translation>aucun cours affiché sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown of %1</source>
        <translation>
            <numerusform>%Ln affiché sur %1</numerusform>
            <numerusform>%Ln affichés sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln course(s)</source>
        <translation>
            <numerusform>%Ln cours</numerusform>
            <numerusform>%Ln cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln with a room</source>
        <translation>
            <numerusform>, dont %Ln avec salon</numerusform>
            <numerusform>, dont %Ln avec salon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln room link(s)</source>
        <translation>
            <numerusform>, %Ln lien vers un salon</numerusform>
            <numerusform>, %Ln liens vers des salons</numerusform>
        </translation>
    </message>
    <message>
        <source>, as read %1</source>
        <translation>, lus %1</translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation>Catégorie %1</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Category: all</source>
        <translation>Catégorie&#xa0;: toutes</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Catégorie&#xa0;: %1</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Tout&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>état %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>catégorie %1</translation>
    </message>
    <message>
        <source>No course has a chat activity</source>
        <translation>Aucun cours n’a d’activité de chat</translation>
    </message>
    <message>
        <source>As soon as a teacher adds one in Moodle, it is listed here after the next reading.</source>
        <translation>Dès qu’une activité est ajoutée dans Moodle, elle paraît ici à la lecture suivante.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Filter: %1.</source>
        <translation>Filtre&#xa0;: %1.</translation>
    </message>
    <message>
        <source>A room is orphan when no course points to it: those are on the Rooms page.</source>
        <translation>Un salon est orphelin quand aucun cours n’y renvoie&#xa0;: ces salons sont à la page Salons.</translation>
    </message>
    <message>
        <source>Show orphan rooms</source>
        <translation>Voir les salons orphelins</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>Aucun état ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>Without the filter on the state: %Ln course(s), among them %1 (%2).</source>
        <translation>
            <numerusform>Sans le filtre d’état&#xa0;: %Ln cours, %1 (%2).</numerusform>
            <numerusform>Sans le filtre d’état&#xa0;: %Ln cours, dont %1 (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter on the state</source>
        <translation>Enlever le filtre d’état</translation>
    </message>
    <message numerus="yes">
        <source>In all categories: %Ln course(s).</source>
        <translation>
            <numerusform>Dans toutes les catégories&#xa0;: %Ln cours.</numerusform>
            <numerusform>Dans toutes les catégories&#xa0;: %Ln cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in all categories</source>
        <translation>Chercher dans toutes les catégories</translation>
    </message>
    <message>
        <source>Names of courses and rooms and their numbers are searched; accents do not matter.</source>
        <translation>La recherche porte sur les noms et numéros des cours et des salons, accents compris ou non.</translation>
    </message>
    <message>
        <source>No course matches</source>
        <translation>Aucun cours ne correspond</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Ticket text copied</source>
        <translation>Texte du ticket copié</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Name, room or number; also state:drift or category:Health</source>
        <translation>Nom, salon ou numéro&#x202f;; aussi état:écarts ou catégorie:Santé</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filtrer par état</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DetailHead</name>
    <message>
        <source>course %1</source>
        <translation>cours %1</translation>
    </message>
    <message>
        <source>site %1</source>
        <translation>site %1</translation>
    </message>
    <message>
        <source>link: %1</source>
        <translation>lien&#xa0;: %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>lu %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DetailPane</name>
    <message>
        <source>Course in detail</source>
        <translation>Cours en détail</translation>
    </message>
    <message>
        <source>Parts of the course</source>
        <translation>Parties du cours</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Link and roles</source>
        <translation>Lien et rôles</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Prepare the plan</source>
        <translation>Préparer le plan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Activity in Moodle</source>
        <translation>Activité dans Moodle</translation>
    </message>
    <message>
        <source>Room in the browser</source>
        <translation>Salon dans le navigateur</translation>
    </message>
    <message>
        <source>Room in the desktop app</source>
        <translation>Salon dans l’application de bureau</translation>
    </message>
    <message>
        <source>Copy the text in French</source>
        <translation>Copier le texte en français</translation>
    </message>
    <message>
        <source>Copy the text in English</source>
        <translation>Copier le texte en anglais</translation>
    </message>
    <message>
        <source>There is nothing to change in this course</source>
        <translation>Rien à modifier dans ce cours</translation>
    </message>
    <message>
        <source>Nothing on this computer opens that address</source>
        <translation>Rien n’ouvre cette adresse sur cet ordinateur</translation>
    </message>
    <message>
        <source>Ticket text copied, in French</source>
        <translation>Texte du ticket copié, en français</translation>
    </message>
    <message>
        <source>Ticket text copied, in English</source>
        <translation>Texte du ticket copié, en anglais</translation>
    </message>
</context>
<context>
    <name>liaison::ui::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Checked %1: %2</source>
        <translation>Vérifié le %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No server is configured</source>
        <translation>Aucun serveur n’est configuré</translation>
    </message>
    <message>
        <source>Name a Moodle and a Rocket.Chat in the profile; each is then checked step by step.</source>
        <translation>Indiquez un Moodle et un Rocket.Chat dans le profil&#x202f;; chacun est alors vérifié étape par étape.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Check everything again</source>
        <translation>Tout revérifier</translation>
    </message>
    <message>
        <source>The report was copied</source>
        <translation>Rapport copié</translation>
    </message>
    <message>
        <source>Examining the servers…</source>
        <translation>Examen des serveurs…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Revérifier</translation>
    </message>
    <message>
        <source>Examining the servers</source>
        <translation>Examen des serveurs</translation>
    </message>
    <message>
        <source>Name, connection, certificate, account and every right: a few seconds.</source>
        <translation>Nom, connexion, certificat, compte et chaque droit&#xa0;: quelques secondes.</translation>
    </message>
    <message>
        <source>The problem was copied</source>
        <translation>Problème copié</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Pour l’assistance</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Entry</name>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: &quot;Show&quot; or &quot;Hide&quot;, %2: label of the field</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>liaison::ui::EnvironmentTag</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>DÉMONSTRATION</translation>
    </message>
    <message>
        <source>NO CAMPUS</source>
        <translation>AUCUN CAMPUS</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Environnement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FactsPage</name>
    <message>
        <source>Open Diagnostics</source>
        <translation>Voir le diagnostic</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Below is what was read before: %1.</source>
        <translation>Ci-dessous, la lecture précédente&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Reading both servers</source>
        <translation>Lecture des deux serveurs</translation>
    </message>
    <message>
        <source>Nothing has been read yet. The page fills by itself.</source>
        <translation>Rien n’a encore été lu. La page se remplit d’elle-même.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FindingsModel</name>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Person or room</source>
        <translation>Personne ou salon</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Why it stays</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>Étape de l’exécution</translation>
    </message>
</context>
<context>
    <name>liaison::ui::FindingsTab</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>search anything: course, room, person, pasted message</source>
        <translation>tout chercher&#xa0;: cours, salon, personne, message collé</translation>
    </message>
    <message>
        <source>filter the list</source>
        <translation>filtrer la liste</translation>
    </message>
    <message>
        <source>read the servers again</source>
        <translation>relire les serveurs</translation>
    </message>
    <message>
        <source>next part of the window, with Shift the one before</source>
        <translation>partie suivante de la fenêtre, avec Maj la précédente</translation>
    </message>
    <message>
        <source>first page, and so on to 8</source>
        <translation>première page, et ainsi jusqu’à 8</translation>
    </message>
    <message>
        <source>open the details of the row</source>
        <translation>ouvrir le détail de la ligne</translation>
    </message>
    <message>
        <source>close them, empty the filter</source>
        <translation>le fermer, vider le filtre</translation>
    </message>
    <message>
        <source>tick or untick a step</source>
        <translation>cocher ou décocher une étape</translation>
    </message>
    <message>
        <source>copy the row as text</source>
        <translation>copier la ligne comme texte</translation>
    </message>
    <message>
        <source>copy the text for a ticket</source>
        <translation>copier le texte du ticket</translation>
    </message>
    <message>
        <source>apply the plan that is shown, after its number was typed</source>
        <translation>appliquer le plan affiché, une fois son nombre saisi</translation>
    </message>
    <message>
        <source>larger; Ctrl − smaller, Ctrl 0 as it was</source>
        <translation>plus grand&#x202f;; Ctrl − plus petit, Ctrl 0 comme avant</translation>
    </message>
    <message>
        <source>Open a published snapshot…</source>
        <translation>Ouvrir un instantané publié…</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryChoice</name>
    <message>
        <source>Room %1</source>
        <translation>Salon %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Personne %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryModel</name>
    <message>
        <source>Not settled</source>
        <translation>Non établie</translation>
    </message>
    <message>
        <source>The program ended before this step was settled.</source>
        <translation>Le programme s’est arrêté avant que l’issue de cette étape soit établie.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Avant → après</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>En mémoire</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Last complete reading</source>
        <translation>Dernière lecture complète</translation>
    </message>
    <message>
        <source>Last seen in step</source>
        <translation>Dernière fois en phase</translation>
    </message>
    <message>
        <source>People expected then</source>
        <translation>Personnes attendues alors</translation>
    </message>
    <message>
        <source>Added by our runs</source>
        <translation>Ajouts par nos exécutions</translation>
    </message>
    <message>
        <source>Runs that touched this room</source>
        <translation>Exécutions qui ont touché ce salon</translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation>issue inconnue</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Lecture du journal</translation>
    </message>
    <message>
        <source>None of the runs remembered here touched this room.</source>
        <translation>Aucune des exécutions en mémoire n’a touché ce salon.</translation>
    </message>
    <message>
        <source>Whole history of this room in the Journal</source>
        <translation>Tout l’historique de ce salon dans le journal</translation>
    </message>
</context>
<context>
    <name>liaison::ui::HistoryView</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n exécution</numerusform>
            <numerusform>%n exécutions</numerusform>
        </translation>
    </message>
    <message>
        <source>newest first, names as observed last</source>
        <translation>les plus récentes d’abord, noms de la dernière lecture</translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>Lecture du journal</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>Aucune étape ne correspond au filtre</translation>
    </message>
    <message>
        <source>No run ever touched this person</source>
        <translation>Aucune exécution n’a concerné cette personne</translation>
    </message>
    <message>
        <source>No run ever touched this room</source>
        <translation>Aucune exécution n’a concerné ce salon</translation>
    </message>
    <message>
        <source>The journal holds what was applied from this store; what others did is not in it.</source>
        <translation>Le journal contient ce qui a été appliqué depuis ce dossier de données&#x202f;; ce que d’autres ont fait n’y figure pas.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Toutes les exécutions</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Ouvrir l’exécution</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Historique&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ImportPane</name>
    <message>
        <source>Import a profile</source>
        <translation>Importer un profil</translation>
    </message>
    <message>
        <source>It comes from elsewhere and says whom to talk to, whom to trust and through whom. Look at each one, and tick what is right. It brings no token.</source>
        <translation>Ce profil vient d’un autre poste&#xa0;: il indique quels serveurs contacter, à quelles autorités se fier et par quel mandataire passer. Vérifiez chaque point et cochez ceux que vous acceptez. Il n’apporte aucun jeton.</translation>
    </message>
    <message>
        <source>Not ticked: it is left out.</source>
        <translation>Non coché&#xa0;: laissé de côté.</translation>
    </message>
    <message>
        <source>Short name on this computer</source>
        <translation>Nom court sur ce poste</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Every server has to be agreed to: without one there is no profile.</source>
        <translation>Chaque serveur doit être accepté&#xa0;: sans serveur, pas de profil.</translation>
    </message>
    <message>
        <source>The short name is missing.</source>
        <translation>Le nom court manque.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::JournalActions</name>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Carries out the steps that were not tried, each only if it still stands</source>
        <translation>Effectue les étapes qui n’ont pas été tentées, chacune seulement si elle vaut encore</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Annuler l’effet…</translation>
    </message>
    <message>
        <source>Makes a plan with the opposite of what this run did; nothing is written before you apply it</source>
        <translation>Établit un plan contraire à cette exécution&#x202f;; rien n’est écrit avant que vous ne l’appliquiez</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message numerus="yes">
        <source>The journal is as it was written: %n run(s), %1 entries.</source>
        <translation>
            <numerusform>Le journal est tel qu’il a été écrit&#xa0;: %n exécution, %1 entrées.</numerusform>
            <numerusform>Le journal est tel qu’il a été écrit&#xa0;: %n exécutions, %1 entrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, entrée %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is not as it was written: %n problem(s).</source>
        <translation>
            <numerusform>Le journal n’est pas tel qu’il a été écrit&#xa0;: %n anomalie.</numerusform>
            <numerusform>Le journal n’est pas tel qu’il a été écrit&#xa0;: %n anomalies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::JournalPage</name>
    <message>
        <source>The steps of this run are being read</source>
        <translation>Lecture des étapes de cette exécution</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), names as observed last</source>
        <translation>
            <numerusform>%n exécution, noms de la dernière observation</numerusform>
            <numerusform>%n exécutions, noms de la dernière observation</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>Lecture du journal</translation>
    </message>
    <message>
        <source>No run matches the filter</source>
        <translation>Aucune exécution ne correspond au filtre</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in the journal.</source>
        <translation>
            <numerusform>%n exécution dans le journal.</numerusform>
            <numerusform>%n exécutions dans le journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing was applied yet</source>
        <translation>Rien n’a encore été appliqué</translation>
    </message>
    <message>
        <source>Each plan that is applied leaves its steps and their outcomes here.</source>
        <translation>Chaque plan appliqué laisse ici ses étapes et ce qu’elles sont devenues.</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Établir un plan</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Étapes de l’exécution</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>Retour aux exécutions</translation>
    </message>
    <message>
        <source>Open Diagnostics</source>
        <translation>Voir le diagnostic</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exporté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Exporter l’exécution</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv);;Whole record (*.json)</source>
        <translation>Feuille de calcul (*.csv);;Enregistrement complet (*.json)</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Contrôler le journal</translation>
    </message>
    <message>
        <source>Step, room or person</source>
        <translation>Étape, salon, nom</translation>
    </message>
    <message>
        <source>Run, room or person</source>
        <translation>Exécution, salon, nom</translation>
    </message>
    <message>
        <source>(entry %1)</source>
        <translation>(entrée %1)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LanguageButton</name>
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinkTabs</name>
    <message>
        <source>Changes of the room</source>
        <translation>Modifications du salon</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>âge inconnu</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>%1 (no. %2)</source>
        <translation>%1 (n° %2)</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>%1 (cmid %2)</source>
        <translation>%1 (cmid %2)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Visible to students</source>
        <translation>Visible des étudiants</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Room id</source>
        <translation>Identifiant du salon</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Création par</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivé</translation>
    </message>
    <message>
        <source>Possible room</source>
        <translation>Salon possible</translation>
    </message>
    <message>
        <source>Roles that have a place in the room</source>
        <translation>Rôles qui ont leur place dans le salon</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>Modérateurs</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Set in the activity.</source>
        <translation>Réglage de l’activité.</translation>
    </message>
    <message>
        <source>Rule of the site.</source>
        <translation>Règle du site.</translation>
    </message>
    <message>
        <source>Retention was not read for this room.</source>
        <translation>La conservation des messages de ce salon n’a pas été lue.</translation>
    </message>
    <message>
        <source>Without a room there is nothing to keep.</source>
        <translation>Sans salon, il n’y a rien à conserver.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>Messages are kept</source>
        <translation>Conservation des messages</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Voulue</translation>
    </message>
    <message>
        <source>no value wanted</source>
        <translation>aucune valeur voulue</translation>
    </message>
    <message>
        <source>Moodle activity</source>
        <translation>activité Moodle</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>no value of its own</source>
        <translation>aucune valeur propre</translation>
    </message>
    <message>
        <source>room settings</source>
        <translation>réglages du salon</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>nothing is deleted</source>
        <translation>rien n’est effacé</translation>
    </message>
    <message>
        <source>server and room together</source>
        <translation>serveur et salon réunis</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>separate groups</source>
        <translation>groupes séparés</translation>
    </message>
    <message>
        <source>visible groups</source>
        <translation>groupes visibles</translation>
    </message>
    <message>
        <source>Other rooms of the course</source>
        <translation>Autres salons du cours</translation>
    </message>
    <message>
        <source>One room for a course is enough: ask the teacher which activity to keep.</source>
        <translation>Un salon par cours suffit&#xa0;: voyez avec l’enseignant quelle activité garder.</translation>
    </message>
    <message>
        <source>The Moodle plugin takes no notice of groups: there is one room for all.</source>
        <translation>Le plugin Moodle ne tient pas compte des groupes&#xa0;: il y a un seul salon pour tous.</translation>
    </message>
    <message>
        <source>The Moodle plugin makes the name of the room by a pattern: it is not that of the activity.</source>
        <translation>Le plugin Moodle compose le nom du salon selon un modèle&#xa0;: ce n’est pas celui de l’activité.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinksModel</name>
    <message numerus="yes">
        <source>%n possible room(s)</source>
        <translation>
            <numerusform>%n salon possible</numerusform>
            <numerusform>%n salons possibles</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long a room has been waited for</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>room to create</source>
        <translation>salon à créer</translation>
    </message>
    <message>
        <source>activity hidden</source>
        <translation>activité masquée</translation>
    </message>
    <message>
        <source>room to unarchive</source>
        <translation>salon à désarchiver</translation>
    </message>
    <message>
        <source>room to archive</source>
        <translation>salon à archiver</translation>
    </message>
    <message>
        <source>retention to set</source>
        <translation>conservation à régler</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s)</source>
        <translation>
            <numerusform>%n invité</numerusform>
            <numerusform>%n invités</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 members</source>
        <translation>%1 membres sur %2</translation>
    </message>
    <message>
        <source>members not known</source>
        <translation>membres inconnus</translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s)</source>
        <translation>
            <numerusform>%n ajout</numerusform>
            <numerusform>%n ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n retrait</numerusform>
            <numerusform>%n retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promotion</numerusform>
            <numerusform>%n promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demotion(s)</source>
        <translation>
            <numerusform>%n rétrogradation</numerusform>
            <numerusform>%n rétrogradations</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>how long ago the room was read</comment>
        <translation>Lu</translation>
    </message>
</context>
<context>
    <name>liaison::ui::LinksTable</name>
    <message>
        <source>Courses and their rooms</source>
        <translation>Cours et leurs salons</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ListPage</name>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>The filter leaves out every row of the list.</source>
        <translation>Le filtre exclut toutes les lignes de la liste.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MainWindow</name>
    <message>
        <source>Course, person, room…</source>
        <translation>Cours, personne, salon…</translation>
    </message>
    <message>
        <source>Course, person, room, or pasted error message</source>
        <translation>Cours, personne, salon, ou message d’erreur collé</translation>
    </message>
    <message>
        <source>Search: course, person, room, or pasted error message</source>
        <translation>Recherche&#xa0;: cours, personne, salon, ou message d’erreur collé</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Read the servers again (F5)</source>
        <translation>Relire les serveurs (F5)</translation>
    </message>
    <message numerus="yes">
        <source>A run was interrupted: %n step(s) are left. The Journal resumes it.</source>
        <translation>
            <numerusform>Une exécution a été interrompue&#xa0;: il reste %n étape. Reprenez-la dans le journal.</numerusform>
            <numerusform>Une exécution a été interrompue&#xa0;: il reste %n étapes. Reprenez-la dans le journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last reading stays in memory only. %1</source>
        <translation>La dernière lecture reste en mémoire seulement. %1</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>all of this computer</source>
        <translation>tous ceux de ce poste</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>fichier défectueux</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another campus.</source>
        <translation>Un plan est en cours d’application&#xa0;: laissez-le finir, ou annulez-le, avant d’ouvrir un autre campus.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Mark</name>
    <message>
        <source>Orphan</source>
        <translation>Orphelin</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Bloquant</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Figée</translation>
    </message>
    <message>
        <source>Blocking restore</source>
        <translation>Bloquante</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MembersTab</name>
    <message>
        <source>People in Moodle and in the chat</source>
        <translation>Personnes dans Moodle et dans le chat</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Écarts seulement</translation>
    </message>
    <message>
        <source>Moodle</source>
        <translation>Moodle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected</source>
        <translation>
            <numerusform>%Ln attendu</numerusform>
            <numerusform>%Ln attendus</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln present</source>
        <translation>
            <numerusform>%Ln présent</numerusform>
            <numerusform>%Ln présents</numerusform>
        </translation>
    </message>
    <message>
        <source>Members not compared</source>
        <translation>Membres non comparés</translation>
    </message>
    <message numerus="yes">
        <source>No change of members, %n guest(s)</source>
        <translation>
            <numerusform>Aucun changement de membres, %n invité</numerusform>
            <numerusform>Aucun changement de membres, %n invités</numerusform>
        </translation>
    </message>
    <message>
        <source>No change of members</source>
        <translation>Aucun changement de membres</translation>
    </message>
    <message>
        <source>Comparing the members</source>
        <translation>Comparaison des membres</translation>
    </message>
    <message>
        <source>Everybody is where they should be</source>
        <translation>Chacun est à sa place</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) expected and present</source>
        <translation>
            <numerusform>%n membre attendu et présent</numerusform>
            <numerusform>%n membres attendus et présents</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Every step that leads to this (Enter)</source>
        <translation>Toutes les étapes qui mènent à ce constat (Entrée)</translation>
    </message>
    <message>
        <source>History of this person</source>
        <translation>Historique de cette personne</translation>
    </message>
</context>
<context>
    <name>liaison::ui::MoodleTokenStep</name>
    <message>
        <source>The login is missing.</source>
        <translation>L’identifiant manque.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Le mot de passe manque.</translation>
    </message>
    <message>
        <source>The short name of the service is missing.</source>
        <translation>Le nom abrégé du service manque.</translation>
    </message>
    <message>
        <source>Signing in to Moodle, once</source>
        <translation>Connexion à Moodle, une seule fois</translation>
    </message>
    <message>
        <source>The token is missing.</source>
        <translation>Le jeton manque.</translation>
    </message>
    <message>
        <source>Asking Moodle whom the token belongs to</source>
        <translation>Question à Moodle&#xa0;: à qui appartient le jeton&#x202f;?</translation>
    </message>
    <message>
        <source>%1, Moodle %2, with the companion plugin</source>
        <translation>%1, Moodle %2, avec le plugin compagnon</translation>
    </message>
    <message>
        <source>%1, Moodle %2</source>
        <translation>%1, Moodle %2</translation>
    </message>
    <message>
        <source>Token of Moodle</source>
        <translation>Jeton de Moodle</translation>
    </message>
    <message>
        <source>The key to Moodle’s web services. It is sent to %1 only, and kept where you choose at the end.</source>
        <translation>La clé des services web de Moodle. Elle n’est envoyée qu’à %1, et conservée à l’endroit que vous choisirez à la fin.</translation>
    </message>
    <message>
        <source>I have a token</source>
        <translation>J’ai un jeton</translation>
    </message>
    <message>
        <source>Obtain it with the login and password of the service account</source>
        <translation>L’obtenir avec l’identifiant et le mot de passe du compte de service</translation>
    </message>
    <message>
        <source>Login of the service account</source>
        <translation>Identifiant du compte de service</translation>
    </message>
    <message>
        <source>Token (32 letters and digits)</source>
        <translation>Jeton (32 lettres et chiffres)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sent once, to Moodle, and forgotten at once.</source>
        <translation>Envoyé une seule fois, à Moodle, et aussitôt oublié.</translation>
    </message>
    <message>
        <source>Short name of the service</source>
        <translation>Nom abrégé du service</translation>
    </message>
    <message>
        <source>As it stands in External services; “liaison” if the sheet was followed.</source>
        <translation>Tel qu’il figure dans Services externes&#x202f;; «&#xa0;liaison&#xa0;» si la fiche a été suivie.</translation>
    </message>
    <message>
        <source>What to create in Moodle</source>
        <translation>À créer dans Moodle</translation>
    </message>
    <message>
        <source>An ordinary account “liaison”, neither administrator nor teacher, with a role at site level that holds the capabilities of the sheet.</source>
        <translation>Un compte ordinaire «&#xa0;liaison&#xa0;», ni administrateur ni enseignant, avec au niveau du site un rôle doté des capacités de la fiche.</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; External services: a service “liaison”, “Authorised users only”, with the functions of the sheet; authorise the account.</source>
        <translation>Administration du site &gt; Serveur &gt; Services web &gt; Services externes&#xa0;: un service «&#xa0;liaison&#xa0;», «&#xa0;Utilisateurs autorisés seulement&#xa0;», avec les fonctions de la fiche&#x202f;; y autoriser le compte.</translation>
    </message>
    <message>
        <source>Site administration &gt; Server &gt; Web services &gt; Manage tokens: a token for this account and this service.</source>
        <translation>Administration du site &gt; Serveur &gt; Services web &gt; Gérer les jetons&#xa0;: un jeton pour ce compte et ce service.</translation>
    </message>
    <message>
        <source>A token of an administrator would work and be far too strong: the sheet names the few rights that are needed.</source>
        <translation>Un jeton d’administrateur fonctionnerait mais serait bien trop puissant&#xa0;: la fiche nomme les quelques droits nécessaires.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Names</name>
    <message>
        <source>Person no. %1</source>
        <translation>Personne nº %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Compte %1</translation>
    </message>
    <message>
        <source>Course no. %1</source>
        <translation>Cours nº %1</translation>
    </message>
    <message>
        <source>Activity no. %1</source>
        <translation>Activité nº %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::NavItem</name>
    <message numerus="yes">
        <source>%n new since you last looked</source>
        <translation>
            <numerusform>%n nouvelle depuis votre dernier passage</numerusform>
            <numerusform>%n nouvelles depuis votre dernier passage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Restores</source>
        <translation>Restaurations</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Open a published snapshot</source>
        <translation>Ouvrir un instantané publié</translation>
    </message>
</context>
<context>
    <name>liaison::ui::NetworkFold</name>
    <message>
        <source>Trusted for this server: %1</source>
        <translation>Autorité acceptée pour ce serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Certificate of the institution’s authority</source>
        <translation>Certificat de l’autorité de l’établissement</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Réseau…</translation>
    </message>
    <message>
        <source>Certificate of the institution’s authority (PEM file)</source>
        <translation>Certificat de l’autorité de l’établissement (fichier PEM)</translation>
    </message>
    <message>
        <source>Only where the server’s certificate comes from an authority of your own; it is trusted for this profile only.</source>
        <translation>Seulement si le certificat du serveur vient d’une autorité propre à l’établissement&#x202f;; elle n’est acceptée que pour ce profil.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Do without this authority</source>
        <translation>Se passer de cette autorité</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Mandataire (proxy)</translation>
    </message>
    <message>
        <source>http://[user@]host:port or socks5://…; empty: as the system says.</source>
        <translation>http://[utilisateur@]hôte:port ou socks5://…&#x202f;; vide&#xa0;: comme le système l’indique.</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Mot de passe du mandataire</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OpenSnapshotPage</name>
    <message>
        <source>Published snapshot</source>
        <translation>Instantané publié</translation>
    </message>
    <message>
        <source>Open a published snapshot</source>
        <translation>Ouvrir un instantané publié</translation>
    </message>
    <message>
        <source>File and key</source>
        <translation>Fichier et clé</translation>
    </message>
    <message>
        <source>A snapshot shows the whole campus as it was when it was published. No server is asked, no token is needed, and nothing can be planned or changed.</source>
        <translation>Un instantané montre tout le campus tel qu’il était à sa publication. Aucun serveur n’est interrogé, aucun jeton n’est nécessaire, et rien ne peut être planifié ni modifié.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>The file that was published</source>
        <translation>Le fichier publié</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Eleven groups of five letters and digits</source>
        <translation>Onze groupes de cinq lettres et chiffres</translation>
    </message>
    <message>
        <source>Those who publish the snapshot hand it over. It is not kept: a profile keeps it in the keychain.</source>
        <translation>Elle est remise par les personnes qui publient l’instantané. Elle n’est pas conservée ici&#xa0;: un profil la garde dans le trousseau.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OutcomeList</name>
    <message>
        <source>To look at</source>
        <translation>À voir</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmées</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Faites</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>This run holds no step</source>
        <translation>Cette exécution ne contient aucune étape</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>Aucune étape ne correspond au filtre</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglée</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Étapes de l’exécution</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OutcomeModel</name>
    <message>
        <source>No outcome written</source>
        <translation>Sans résultat inscrit</translation>
    </message>
    <message>
        <source>The program ended before this step was settled.</source>
        <translation>Le programme s’est arrêté avant que le sort de cette étape soit établi.</translation>
    </message>
    <message>
        <source>Refresh: what had been sent is settled by reading the rooms.</source>
        <translation>Actualisez&#xa0;: le sort de ce qui était parti est établi en relisant les salons.</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>Non établi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>liaison::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lecture du %1</translation>
    </message>
    <message>
        <source>Which courses have a room is not known</source>
        <translation>On ne sait pas quels cours ont un salon</translation>
    </message>
    <message>
        <source>No course has a chat activity</source>
        <translation>Aucun cours n’a d’activité de chat</translation>
    </message>
    <message>
        <source>Teachers add the activity in their course; it appears here after the next read.</source>
        <translation>Les enseignants ajoutent l’activité dans leur cours&#x202f;; elle apparaît ici à la lecture suivante.</translation>
    </message>
    <message>
        <source>Differences by kind</source>
        <translation>Écarts par nature</translation>
    </message>
    <message>
        <source>Show courses</source>
        <translation>Voir les cours</translation>
    </message>
    <message>
        <source>Not known, by reason</source>
        <translation>Inconnus, par motif</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation des messages</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Restores to look at</source>
        <translation>Restaurations à traiter</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière exécution</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing is written before you have reviewed the plan</source>
        <translation>Rien n’est écrit avant votre relecture du plan</translation>
    </message>
    <message numerus="yes">
        <source>Prepare a plan for %n course(s)</source>
        <translation>
            <numerusform>Préparer un plan pour %n cours</numerusform>
            <numerusform>Préparer un plan pour %n cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orphan room(s), outside this total</source>
        <translation>
            <numerusform>%n salon orphelin, hors de ce total</numerusform>
            <numerusform>%n salons orphelins, hors de ce total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in step, of %n course link(s)</source>
        <translation>
            <numerusform>en phase, sur %n lien cours-salon</numerusform>
            <numerusform>en phase, sur %n liens cours-salon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>addition(s)</source>
        <translation>
            <numerusform>ajout</numerusform>
            <numerusform>ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal(s)</source>
        <translation>
            <numerusform>retrait</numerusform>
            <numerusform>retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promotion(s) to moderator</source>
        <translation>
            <numerusform>promotion vers modérateur</numerusform>
            <numerusform>promotions vers modérateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>demotion(s) to member</source>
        <translation>
            <numerusform>rétrogradation vers membre</numerusform>
            <numerusform>rétrogradations vers membre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>retention setting(s)</source>
        <translation>
            <numerusform>réglage de conservation</numerusform>
            <numerusform>réglages de conservation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to archive</source>
        <translation>
            <numerusform>salon à archiver</numerusform>
            <numerusform>salons à archiver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to unarchive</source>
        <translation>
            <numerusform>salon à désarchiver</numerusform>
            <numerusform>salons à désarchiver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room(s) to create</source>
        <translation>
            <numerusform>salon à créer</numerusform>
            <numerusform>salons à créer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>account(s) to create</source>
        <translation>
            <numerusform>compte à créer</numerusform>
            <numerusform>comptes à créer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to repair in what could be read.</source>
        <translation>Rien à réparer dans ce qui a pu être lu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n room(s).</source>
        <translation>
            <numerusform>%1 dans %n salon.</numerusform>
            <numerusform>%1 dans %n salons.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them are withheld by a rule.</source>
        <translation>Dont %1 retenus par une règle.</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) apart: never removed unasked.</source>
        <translation>
            <numerusform>%n invité à part&#xa0;: jamais retiré d’office.</numerusform>
            <numerusform>%n invités à part&#xa0;: jamais retirés d’office.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything could be read.</source>
        <translation>Tout a pu être lu.</translation>
    </message>
    <message>
        <source>%1. Nobody is removed or demoted on what is not known.</source>
        <translation>%1. Ni retrait ni rétrogradation sur ce qui est inconnu.</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) missing</source>
        <translation>
            <numerusform>%n droit manquant</numerusform>
            <numerusform>%n droits manquants</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>répond</translation>
    </message>
    <message>
        <source>No course has a room.</source>
        <translation>Aucun cours n’a de salon.</translation>
    </message>
    <message>
        <source>Not known: only the companion plugin tells them.</source>
        <translation>Inconnu&#xa0;: seul le plugin compagnon les donne.</translation>
    </message>
    <message>
        <source>None is stuck, blocking or failed.</source>
        <translation>Aucune n’est bloquée, bloquante ou en erreur.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan was applied from this store yet.</source>
        <translation>Aucun plan n’a encore été appliqué depuis ce poste.</translation>
    </message>
    <message>
        <source>%1 steps, applied by %2.</source>
        <translation>%1 étapes, appliquées par %2.</translation>
    </message>
    <message>
        <source>%1 are not settled.</source>
        <translation>%1 restent à établir.</translation>
    </message>
    <message>
        <source>rights missing in some rooms</source>
        <translation>droits manquants dans des salons</translation>
    </message>
    <message>
        <source>Not known: nothing could be read.</source>
        <translation>Inconnu&#xa0;: rien n’a pu être lu.</translation>
    </message>
    <message numerus="yes">
        <source>step(s) done</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>étape faite</numerusform>
            <numerusform>étapes faites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) skipped</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>étape ignorée</numerusform>
            <numerusform>étapes ignorées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) stale</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>étape périmée</numerusform>
            <numerusform>étapes périmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>step(s) failed</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>étape en échec</numerusform>
            <numerusform>étapes en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %n step(s) left</source>
        <translation>
            <numerusform>Interrompue&#xa0;: %n étape restante</numerusform>
            <numerusform>Interrompue&#xa0;: %n étapes restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume in the Journal</source>
        <translation>Reprendre dans le journal</translation>
    </message>
    <message>
        <source>None here; one outside the scope of this profile blocks the queue.</source>
        <translation>Aucune ici&#x202f;; une restauration hors du périmètre de ce profil bloque la file.</translation>
    </message>
    <message numerus="yes">
        <source>%n new since you last looked</source>
        <translation>
            <numerusform>%n nouvelle depuis votre dernier passage</numerusform>
            <numerusform>%n nouvelles depuis votre dernier passage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::PassphraseForm</name>
    <message>
        <source>Type the passphrase.</source>
        <translation>Saisissez la phrase secrète.</translation>
    </message>
    <message>
        <source>The two are not the same. A passphrase typed wrong once would lock the tokens away.</source>
        <translation>Les deux ne sont pas identiques. Une faute de frappe rendrait les jetons inaccessibles.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même, encore une fois</translation>
    </message>
    <message numerus="yes">
        <source>Too short: use at least %n character(s).</source>
        <translation>
            <numerusform>Trop courte&#xa0;: utilisez au moins %n caractère.</numerusform>
            <numerusform>Trop courte&#xa0;: utilisez au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s): several words that only you know. Nobody can recover it.</source>
        <translation>
            <numerusform>Au moins %n caractère&#xa0;: plusieurs mots que vous seul connaissez. Personne ne peut la retrouver.</numerusform>
            <numerusform>Au moins %n caractères&#xa0;: plusieurs mots que vous seul connaissez. Personne ne peut la retrouver.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::PeopleModel</name>
    <message>
        <source>not expected</source>
        <translation>non attendu</translation>
    </message>
    <message numerus="yes">
        <source>%n withheld change(s)</source>
        <translation>
            <numerusform>%n modification retenue</numerusform>
            <numerusform>%n modifications retenues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s), apart from the changes</source>
        <translation>
            <numerusform>%n constat, hors modifications</numerusform>
            <numerusform>%n constats, hors modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) in step</source>
        <translation>
            <numerusform>%n personne à sa place</numerusform>
            <numerusform>%n personnes à leur place</numerusform>
        </translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>Moodle: %1</source>
        <translation>Moodle&#xa0;: %1</translation>
    </message>
    <message>
        <source>chat: %1</source>
        <translation>chat&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlaceStep</name>
    <message>
        <source>This computer has no keychain that can be used.</source>
        <translation>Ce poste n’a pas de trousseau de clés utilisable.</translation>
    </message>
    <message>
        <source>It was tried with a test item. Sign in to the desktop or unlock it and come back to this step; or choose one of the other two places.</source>
        <translation>Un essai d’écriture l’a montré. Ouvrez une session de bureau ou déverrouillez-le, puis revenez à cette étape&#x202f;; ou choisissez l’un des deux autres endroits.</translation>
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation>Trousseau de clés de ce poste</translation>
    </message>
    <message>
        <source>File under a passphrase</source>
        <translation>Fichier protégé par une phrase secrète</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Cette session seulement</translation>
    </message>
    <message>
        <source>Trying the keychain of this computer</source>
        <translation>Essai du trousseau de clés de ce poste</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Phrase secrète du fichier</translation>
    </message>
    <message>
        <source>The file %1 exists: its passphrase is asked for.</source>
        <translation>Le fichier %1 existe&#xa0;: c’est sa phrase secrète qui est demandée.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); four words nobody would put together are better than signs nobody remembers.</source>
        <translation>
            <numerusform>Au moins %n caractère&#x202f;; quatre mots que personne ne mettrait ensemble valent mieux que des signes dont personne ne se souvient.</numerusform>
            <numerusform>Au moins %n caractères&#x202f;; quatre mots que personne ne mettrait ensemble valent mieux que des signes dont personne ne se souvient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n character(s) missing.</source>
        <translation>
            <numerusform>Trop courte&#xa0;: il manque %n caractère.</numerusform>
            <numerusform>Trop courte&#xa0;: il manque %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fair. Longer is better.</source>
        <translation>Passable. Plus longue, elle sera meilleure.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Bonne.</translation>
    </message>
    <message>
        <source>The passphrase is too short.</source>
        <translation>La phrase secrète est trop courte.</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Utilisez au moins %n caractère.</numerusform>
            <numerusform>Utilisez au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases secrètes diffèrent.</translation>
    </message>
    <message>
        <source>Type the same one twice: it cannot be recovered.</source>
        <translation>Saisissez deux fois la même&#xa0;: elle ne peut pas être retrouvée.</translation>
    </message>
    <message>
        <source>The passphrase is missing.</source>
        <translation>La phrase secrète manque.</translation>
    </message>
    <message>
        <source>Saving the profile and its tokens</source>
        <translation>Enregistrement du profil et de ses jetons</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Enregistrer et continuer</translation>
    </message>
    <message>
        <source>Where the tokens rest</source>
        <translation>Où conserver les jetons</translation>
    </message>
    <message>
        <source>A token opens a server to whoever has it. It is kept by server and account, never in the profile.</source>
        <translation>Un jeton ouvre un serveur à qui le détient. Il est conservé par serveur et par compte, jamais dans le profil.</translation>
    </message>
    <message>
        <source>In the keychain of this computer (recommended)</source>
        <translation>Dans le trousseau de clés de ce poste (recommandé)</translation>
    </message>
    <message>
        <source>Protected by your session; nothing to type at the next start.</source>
        <translation>Protégés par votre session&#x202f;; rien à saisir au prochain démarrage.</translation>
    </message>
    <message>
        <source>In a file under a passphrase</source>
        <translation>Dans un fichier protégé par une phrase secrète</translation>
    </message>
    <message>
        <source>Encrypted, readable by you alone; the passphrase is asked for at the next start.</source>
        <translation>Chiffré, lisible par vous seul&#x202f;; la phrase secrète est demandée au prochain démarrage.</translation>
    </message>
    <message>
        <source>Nowhere: for this session only</source>
        <translation>Nulle part&#xa0;: pour cette session seulement</translation>
    </message>
    <message>
        <source>Forgotten when the program ends; the tokens have to be given again.</source>
        <translation>Oubliés à la fermeture du programme&#x202f;; il faudra redonner les jetons.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanModel</name>
    <message>
        <source>partly ticked</source>
        <translation>cochée en partie</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Cause or rule</source>
        <translation>Cause ou règle</translation>
    </message>
    <message>
        <source>Chat accounts</source>
        <translation>Comptes de chat</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 sur %n étape</numerusform>
            <numerusform>%1 sur %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n retenue</numerusform>
            <numerusform>%n retenues</numerusform>
        </translation>
    </message>
    <message>
        <source>Withhold again</source>
        <translation>Retenir de nouveau</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>cochée</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>non cochée</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanPage</name>
    <message>
        <source>Save the plan</source>
        <translation>Enregistrer le plan</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Plans (*.json)</translation>
    </message>
    <message>
        <source>Plan saved: %1</source>
        <translation>Plan enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>The plan is being made</source>
        <translation>Calcul du plan</translation>
    </message>
    <message>
        <source>Nothing is written: the plan only compares what was read.</source>
        <translation>Rien n’est écrit&#xa0;: le plan ne fait que comparer ce qui a été lu.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Revenir au plan</translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation>Recalculer le plan</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanPane</name>
    <message>
        <source>%1 observed − %2 withheld − %3 not ticked = %4 to apply</source>
        <translation>%1 observés − %2 retenus − %3 non cochés = %4 à appliquer</translation>
    </message>
    <message>
        <source>%1 to apply in %2</source>
        <translation>%1 à appliquer dans %2</translation>
    </message>
    <message numerus="yes">
        <source>step(s)</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>étape</numerusform>
            <numerusform>étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n salon</numerusform>
            <numerusform>%n salons</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences observed</source>
        <translation>Écarts observés</translation>
    </message>
    <message>
        <source>Withheld by a rule</source>
        <translation>Retenus par une règle</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Non cochés</translation>
    </message>
    <message>
        <source>To apply</source>
        <translation>À appliquer</translation>
    </message>
    <message numerus="yes">
        <source>%n visible system message(s)</source>
        <translation>
            <numerusform>%n message système visible</numerusform>
            <numerusform>%n messages système visibles</numerusform>
        </translation>
    </message>
    <message>
        <source>Most in %1: %2.</source>
        <translation>Le plus touché&#xa0;: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) to the people added.</source>
        <translation>
            <numerusform>%n notification aux personnes ajoutées.</numerusform>
            <numerusform>%n notifications aux personnes ajoutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removal thresholds</source>
        <translation>Seuils de retrait</translation>
    </message>
    <message>
        <source>No removal and no demotion is ticked</source>
        <translation>Ni retrait ni rétrogradation n’est coché</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Room closest to its limit: %1</source>
        <translation>Salon le plus touché&#xa0;: %1</translation>
    </message>
    <message>
        <source>Rights held: %1 of %2</source>
        <translation>Droits vérifiés&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Everything that the ticked classes need.</source>
        <translation>Tout ce qu’exigent les classes cochées.</translation>
    </message>
    <message>
        <source>Missing or not readable: %1</source>
        <translation>Manquant ou illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>Steps to take back</source>
        <translation>Étapes à annuler</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanRoomsModel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n périmée</numerusform>
            <numerusform>%n périmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n ignorée</numerusform>
            <numerusform>%n ignorées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>En partie</translation>
    </message>
    <message>
        <source>Chat accounts</source>
        <translation>Comptes de chat</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 sur %2 réglées</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanTreeView</name>
    <message>
        <source>Tick or untick</source>
        <translation>Cocher ou décocher</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copier la ligne</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PlanWords</name>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouveau salon</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>Réouverture</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Demotion</source>
        <translation>Rétrogradation</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivage</translation>
    </message>
    <message numerus="yes">
        <source>%n new account(s)</source>
        <translation>
            <numerusform>%n nouveau compte</numerusform>
            <numerusform>%n nouveaux comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new room(s)</source>
        <translation>
            <numerusform>%n nouveau salon</numerusform>
            <numerusform>%n nouveaux salons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reopening(s)</source>
        <translation>
            <numerusform>%n réouverture</numerusform>
            <numerusform>%n réouvertures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retention setting(s)</source>
        <translation>
            <numerusform>%n réglage de conservation</numerusform>
            <numerusform>%n réglages de conservation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s)</source>
        <translation>
            <numerusform>%n ajout</numerusform>
            <numerusform>%n ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promotion(s)</source>
        <translation>
            <numerusform>%n promotion</numerusform>
            <numerusform>%n promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demotion(s)</source>
        <translation>
            <numerusform>%n rétrogradation</numerusform>
            <numerusform>%n rétrogradations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n retrait</numerusform>
            <numerusform>%n retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archiving(s)</source>
        <translation>
            <numerusform>%n archivage</numerusform>
            <numerusform>%n archivages</numerusform>
        </translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>modérateur</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>server’s own</source>
        <translation>valeur du serveur</translation>
    </message>
    <message>
        <source>kept for ever</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>room</source>
        <translation>salon</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>sans salon</translation>
    </message>
    <message>
        <source>account</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>sans compte</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>Create the room %1</source>
        <translation>Créer le salon %1</translation>
    </message>
    <message>
        <source>Create the room</source>
        <translation>Créer le salon</translation>
    </message>
    <message>
        <source>Reopen the room</source>
        <translation>Rouvrir le salon</translation>
    </message>
    <message>
        <source>Set how long messages are kept</source>
        <translation>Régler la conservation des messages</translation>
    </message>
    <message>
        <source>Archive the room</source>
        <translation>Archiver le salon</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Personne inconnue</translation>
    </message>
    <message>
        <source>hidden activity</source>
        <translation>activité masquée</translation>
    </message>
    <message>
        <source>visible activity</source>
        <translation>activité visible</translation>
    </message>
    <message>
        <source>asked for by the course</source>
        <translation>demandé par le cours</translation>
    </message>
    <message>
        <source>room missing</source>
        <translation>salon manquant</translation>
    </message>
    <message>
        <source>account missing</source>
        <translation>compte manquant</translation>
    </message>
    <message>
        <source>%1 (likely)</source>
        <translation>%1 (probable)</translation>
    </message>
    <message>
        <source>Withheld: %1</source>
        <translation>Retenu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Released: %1</source>
        <translation>Libéré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Lifted: %1</source>
        <translation>Levé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Releasing applies to this person only: they lose access to the room.</source>
        <translation>La libération ne vaut que pour cette personne, qui n’aura plus accès au salon.</translation>
    </message>
    <message>
        <source>Releasing applies to this person only: they are added again.</source>
        <translation>La libération ne vaut que pour cette personne, qui sera remise dans le salon.</translation>
    </message>
    <message>
        <source>Releasing applies to the whole room: everybody listed here loses access to it.</source>
        <translation>La libération vaut pour tout le salon&#xa0;: toutes les personnes de cette liste n’y auront plus accès.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) held in this room. Type this number to lift the threshold of this room.</source>
        <translation>
            <numerusform>%n modification retenue dans ce salon. Saisissez ce nombre pour lever le seuil de ce salon.</numerusform>
            <numerusform>%n modifications retenues dans ce salon. Saisissez ce nombre pour lever le seuil de ce salon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) held in all rooms. Type this number to lift the threshold of this run.</source>
        <translation>
            <numerusform>%n modification retenue dans l’ensemble des salons. Saisissez ce nombre pour lever le seuil de cette exécution.</numerusform>
            <numerusform>%n modifications retenues dans l’ensemble des salons. Saisissez ce nombre pour lever le seuil de cette exécution.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be lifted here.</source>
        <translation>Cette règle ne peut pas être levée ici.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>as before the run</source>
        <translation>comme avant l’exécution</translation>
    </message>
</context>
<context>
    <name>liaison::ui::PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Also with Ctrl + and Ctrl −, Ctrl 0 for 100%</source>
        <translation>Aussi par Ctrl + et Ctrl −, Ctrl 0 pour 100&#x202f;%</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileEditor</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Moodle site %1</source>
        <translation>Site Moodle %1</translation>
    </message>
    <message>
        <source>Add a Moodle site</source>
        <translation>Ajouter un site Moodle</translation>
    </message>
    <message>
        <source>Chat server</source>
        <translation>Serveur de chat</translation>
    </message>
    <message>
        <source>Network and hours</source>
        <translation>Réseau et horaires</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Who is expected in a room</source>
        <translation>Qui est attendu dans un salon</translation>
    </message>
    <message>
        <source>From a Moodle person to a chat account</source>
        <translation>De la personne Moodle au compte de chat</translation>
    </message>
    <message>
        <source>Protected accounts and personal data</source>
        <translation>Comptes protégés et données personnelles</translation>
    </message>
    <message>
        <source>Thresholds for removals</source>
        <translation>Seuils des retraits</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nouveau profil</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Réglages de %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Enregistrer le profil</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>The institution’s certificate authority (PEM file)</source>
        <translation>Autorité de certification de l’établissement (fichier PEM)</translation>
    </message>
    <message>
        <source>Only where the server’s certificate was not signed by an authority that this computer knows.</source>
        <translation>Seulement si le certificat du serveur n’est pas signé par une autorité que ce poste connaît.</translation>
    </message>
    <message>
        <source>part of the profile</source>
        <translation>contenue dans le profil</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the authority’s file</source>
        <translation>Choisir le fichier de l’autorité</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Autorité de certification</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the authority</source>
        <translation>Retirer l’autorité</translation>
    </message>
    <message>
        <source>No certificate can be read from this file.</source>
        <translation>Aucun certificat ne peut être lu dans ce fichier.</translation>
    </message>
    <message>
        <source>Another address: its token has to be given again, because a token belongs to one address and one account.</source>
        <translation>Autre adresse&#xa0;: son jeton est à donner de nouveau, car un jeton appartient à une adresse et à un compte.</translation>
    </message>
    <message>
        <source>Another account: its token has to be given again, because a token belongs to one address and one account.</source>
        <translation>Autre compte&#xa0;: son jeton est à donner de nouveau, car un jeton appartient à une adresse et à un compte.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>As people say it: it stands at the foot of the window.</source>
        <translation>Nom usuel, affiché au bas de la fenêtre.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>For liaisonctl --profile, and the name of the file. Letters without accent, digits, . - _</source>
        <translation>Pour liaisonctl --profile, et le nom du fichier. Lettres sans accent, chiffres, . - _</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>In production the number of changes is typed before a plan is applied.</source>
        <translation>En production, le nombre de modifications doit être saisi avant d’appliquer un plan.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Nothing that writes is built. This protects against mistakes, not against somebody who holds the token.</source>
        <translation>Aucune fonction d’écriture n’est active. C’est une protection contre les erreurs, pas contre une personne qui détient le jeton.</translation>
    </message>
    <message>
        <source>Ask again before a plan is applied in production</source>
        <translation>Demander une nouvelle confirmation avant d’appliquer un plan en production</translation>
    </message>
    <message>
        <source>Whoever applies proves again that they are there: the passphrase of the sealed file, or the tokens read again from the keychain.</source>
        <translation>La personne qui applique confirme sa présence&#xa0;: phrase secrète du fichier protégé, ou jetons relus dans le trousseau.</translation>
    </message>
    <message>
        <source>Address of Moodle</source>
        <translation>Adresse de Moodle</translation>
    </message>
    <message>
        <source>Site id</source>
        <translation>Identifiant du site</translation>
    </message>
    <message>
        <source>Up to 16 small letters, digits and underscores. The first site is usually called main.</source>
        <translation>Au plus 16 minuscules, chiffres et soulignés. Le premier site s’appelle d’ordinaire main.</translation>
    </message>
    <message>
        <source>Chat account of the Moodle plugin</source>
        <translation>Compte de chat du plugin Moodle</translation>
    </message>
    <message>
        <source>Its login or id. Left empty, the companion plugin tells it, or it is guessed and confirmed with the links.</source>
        <translation>Son identifiant de connexion ou son id. Laissé vide, le plugin compagnon l’indique, ou il est deviné puis confirmé avec les liens.</translation>
    </message>
    <message>
        <source>Prefix of room names</source>
        <translation>Préfixe des noms de salons</translation>
    </message>
    <message>
        <source>Left empty: as the plugin makes it, from the site’s address.</source>
        <translation>Laissé vide&#xa0;: celui que le plugin tire de l’adresse du site.</translation>
    </message>
    <message>
        <source>Remove this site</source>
        <translation>Retirer ce site</translation>
    </message>
    <message>
        <source>Remove the site %1</source>
        <translation>Retirer le site %1</translation>
    </message>
    <message>
        <source>Address of Rocket.Chat</source>
        <translation>Adresse de Rocket.Chat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Login or id. Recommended: the account that the Moodle plugin uses, which owns every room it made, with a token of its own for this program.</source>
        <translation>Identifiant de connexion ou id. Recommandé&#xa0;: le compte du plugin Moodle, propriétaire de chaque salon qu’il a créé, avec un jeton propre à ce programme.</translation>
    </message>
    <message>
        <source>Requests at the same time, at most</source>
        <translation>Requêtes simultanées, au plus</translation>
    </message>
    <message>
        <source>Fewer where the server is small or limits requests.</source>
        <translation>Moins si le serveur est petit ou limite les requêtes.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Mandataire (proxy)</translation>
    </message>
    <message>
        <source>Left empty: the system’s. With a user in the address its password is kept with the tokens, never in the profile.</source>
        <translation>Laissé vide&#xa0;: celui du système. Avec un utilisateur dans l’adresse, son mot de passe est conservé avec les jetons, jamais dans le profil.</translation>
    </message>
    <message>
        <source>Hours when it may write</source>
        <translation>Heures où l’écriture est permise</translation>
    </message>
    <message>
        <source>Like 20:00-06:30, in this computer’s time. Left empty: always.</source>
        <translation>Par exemple 20:00-06:30, à l’heure de ce poste. Laissé vide&#xa0;: toujours.</translation>
    </message>
    <message>
        <source>Seconds to wait for an answer</source>
        <translation>Secondes d’attente d’une réponse</translation>
    </message>
    <message>
        <source>0: as shipped, 30 seconds and 120 for the calls known to be slow.</source>
        <translation>0&#xa0;: valeurs par défaut, soit 30 secondes, et 120 pour les appels réputés lents.</translation>
    </message>
    <message>
        <source>What the profile sees and may change: courses in one of the categories or of the list, whose short name matches the expression. What is left empty sets no limit.</source>
        <translation>Ce que le profil voit et peut modifier&#xa0;: les cours d’une des catégories ou de la liste, dont le nom abrégé correspond à l’expression. Ce qui est vide ne limite rien.</translation>
    </message>
    <message>
        <source>Categories, each with all below it</source>
        <translation>Catégories, chacune avec tout ce qu’elle contient</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Their ids, with the site in front where it is not main: 42, annexe:7</source>
        <translation>Leurs identifiants, précédés du site s’il n’est pas main&#xa0;: 42, annexe:7</translation>
    </message>
    <message>
        <source>Expression on the short name</source>
        <translation>Expression sur le nom abrégé</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Ajouter une catégorie</translation>
    </message>
    <message>
        <source>Their ids, with the site in front where it is not main: 12, annexe:3</source>
        <translation>Leurs identifiants, précédés du site s’il n’est pas main&#xa0;: 12, annexe:3</translation>
    </message>
    <message>
        <source>A regular expression; a course counts where it matches anywhere in the short name.</source>
        <translation>Une expression régulière&#x202f;; un cours compte si elle correspond quelque part dans le nom abrégé.</translation>
    </message>
    <message>
        <source>The expression is valid.</source>
        <translation>L’expression est valide.</translation>
    </message>
    <message>
        <source>Not valid, at character %1: %2</source>
        <translation>Non valide, au caractère %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Qui décide</translation>
    </message>
    <message>
        <source>as found: the plugin where it works, else this console</source>
        <translation>selon ce qui est trouvé&#xa0;: le plugin s’il fonctionne, sinon cette console</translation>
    </message>
    <message>
        <source>the Moodle plugin</source>
        <translation>le plugin Moodle</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>cette console</translation>
    </message>
    <message>
        <source>Where the plugin decides, roles are read-only here and set in Moodle, so that the two never fight.</source>
        <translation>Là où le plugin décide, les rôles se lisent ici et se règlent dans Moodle&#xa0;: les deux ne se contredisent jamais.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>as the plugin does: every enrolled person</source>
        <translation>comme le plugin&#xa0;: toute personne inscrite</translation>
    </message>
    <message>
        <source>strict: active enrolments of active accounts</source>
        <translation>strict&#xa0;: inscriptions actives de comptes actifs</translation>
    </message>
    <message>
        <source>as the preset says</source>
        <translation>selon le préréglage</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>non attendu</translation>
    </message>
    <message>
        <source>kept where present</source>
        <translation>gardé si présent</translation>
    </message>
    <message>
        <source>Inactive enrolment</source>
        <translation>Inscription inactive</translation>
    </message>
    <message>
        <source>Suspended account</source>
        <translation>Compte suspendu</translation>
    </message>
    <message>
        <source>Minutes before a room counts as missing</source>
        <translation>Minutes avant qu’un salon compte comme manquant</translation>
    </message>
    <message>
        <source>The plugin makes rooms a little later than activities.</source>
        <translation>Le plugin crée les salons un peu après les activités.</translation>
    </message>
    <message>
        <source>The chat login is</source>
        <translation>L’identifiant de chat est</translation>
    </message>
    <message>
        <source>the Moodle login in small letters</source>
        <translation>l’identifiant Moodle en minuscules</translation>
    </message>
    <message>
        <source>the Moodle login as it is</source>
        <translation>l’identifiant Moodle tel quel</translation>
    </message>
    <message>
        <source>the Moodle login without its domain</source>
        <translation>l’identifiant Moodle sans son domaine</translation>
    </message>
    <message>
        <source>made by a regular expression</source>
        <translation>obtenu par une expression régulière</translation>
    </message>
    <message>
        <source>that of the account with the same e-mail</source>
        <translation>celui du compte de même adresse e-mail</translation>
    </message>
    <message>
        <source>the ID number in Moodle</source>
        <translation>le numéro d’identification dans Moodle</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Remplacée par</translation>
    </message>
    <message>
        <source>\1 stands for the first part in brackets.</source>
        <translation>\1 désigne la première partie entre parenthèses.</translation>
    </message>
    <message>
        <source>Example: the account whose e-mail is %1. E-mails need a right of their own on the chat server.</source>
        <translation>Exemple&#xa0;: le compte dont l’adresse e-mail est %1. Lire les adresses demande un droit propre sur le serveur de chat.</translation>
    </message>
    <message>
        <source>Example: %1 has no chat login</source>
        <translation>Exemple&#xa0;: %1 n’a pas d’identifiant de chat</translation>
    </message>
    <message>
        <source>Example: %1 is %2 in the chat</source>
        <translation>Exemple&#xa0;: %1 est %2 dans le chat</translation>
    </message>
    <message>
        <source>Chat logins that are never touched</source>
        <translation>Identifiants de chat jamais touchés</translation>
    </message>
    <message>
        <source>Separated by commas. Owners, bots and server administrators are protected anyway.</source>
        <translation>Séparés par des virgules. Propriétaires, robots et administrateurs du serveur sont protégés de toute façon.</translation>
    </message>
    <message>
        <source>Further accounts of programs</source>
        <translation>Autres comptes techniques</translation>
    </message>
    <message>
        <source>Ids or logins: they are no members, and never in a change.</source>
        <translation>Numéros ou identifiants de connexion&#xa0;: ils ne sont pas membres, et jamais dans une modification.</translation>
    </message>
    <message>
        <source>Read joins, leaves and role changes</source>
        <translation>Lire arrivées, départs et changements de rôle</translation>
    </message>
    <message>
        <source>For the data-protection officer: the console then reads, from the rooms’ system messages, who joined or left a room and when, to explain an absence. Nothing that people wrote is read or kept.</source>
        <translation>Pour le délégué à la protection des données&#xa0;: la console lit alors, dans les messages système des salons, qui a rejoint ou quitté un salon et quand, pour expliquer une absence. Rien de ce que les personnes ont écrit n’est lu ni conservé.</translation>
    </message>
    <message>
        <source>Measure retention by the date of the oldest message</source>
        <translation>Mesurer la conservation par la date du plus ancien message</translation>
    </message>
    <message>
        <source>For the data-protection officer: the console then reads the date of the oldest message of each room, to check that old messages are deleted. Of a message only its date is read; its text is never kept.</source>
        <translation>Pour le délégué à la protection des données&#xa0;: la console lit alors la date du plus ancien message de chaque salon, pour vérifier que les anciens messages sont supprimés. D’un message, seule la date est lue&#x202f;; son texte n’est jamais conservé.</translation>
    </message>
    <message>
        <source>Removals and demotions beyond these are held back until somebody types their number.</source>
        <translation>Au-delà, retraits et rétrogradations sont retenus jusqu’à ce que leur nombre soit saisi.</translation>
    </message>
    <message>
        <source>In one room, more than</source>
        <translation>Dans un salon, plus de</translation>
    </message>
    <message>
        <source>In one room, more than this part of it (%)</source>
        <translation>Dans un salon, plus que cette part (%)</translation>
    </message>
    <message>
        <source>… and more than</source>
        <translation>… et plus de</translation>
    </message>
    <message>
        <source>More than half of a room of at least</source>
        <translation>Plus de la moitié d’un salon d’au moins</translation>
    </message>
    <message>
        <source>In one run, more than</source>
        <translation>Dans une exécution, plus de</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Instantané publié</translation>
    </message>
    <message>
        <source>Name the published file.</source>
        <translation>Indiquez le fichier publié.</translation>
    </message>
    <message>
        <source>Save the changes, or cancel them, before you open something else.</source>
        <translation>Enregistrez les modifications, ou annulez-les, avant d’ouvrir autre chose.</translation>
    </message>
    <message>
        <source>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</source>
        <translation>Installé par l’établissement pour tous sur ce poste&#xa0;: il ne se modifie pas ici. Dupliquez-le pour en faire un à vous.</translation>
    </message>
    <message>
        <source>Of the servers that the snapshot was read from.</source>
        <translation>Celui des serveurs d’où vient l’instantané.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Where the published snapshot lies. Its key is kept with the tokens, never in the profile.</source>
        <translation>Emplacement de l’instantané publié. Sa clé est conservée avec les jetons, jamais dans le profil.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileList</name>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Broken file: %1</source>
        <translation>Fichier défectueux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Établissement</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfilePane</name>
    <message>
        <source>Export the profile</source>
        <translation>Exporter le profil</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profils (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>Supprimer le profil</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Forget its tokens too, where no other profile uses them</source>
        <translation>Effacer aussi ses jetons, si aucun autre profil ne les utilise</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Établissement</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>Ouvrir dans la fenêtre</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Ce qu’il contient</translation>
    </message>
    <message>
        <source>Installed by the institution for everybody on this computer: it is not changed here. Duplicate it to make one of your own.</source>
        <translation>Installé par l’établissement pour tous sur ce poste&#xa0;: il ne se modifie pas ici. Dupliquez-le pour en faire un à vous.</translation>
    </message>
    <message>
        <source>Read-only: nothing that writes is built. This is a protection against mistakes, not against somebody who holds the token.</source>
        <translation>Lecture seule&#xa0;: aucune fonction d’écriture n’est active. C’est une protection contre les erreurs, pas contre une personne qui détient le jeton.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Moodle (%1)</source>
        <translation>Moodle (%1)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Mandataire (proxy)</translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation>celui du système</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>May write</source>
        <translation>Peut écrire</translation>
    </message>
    <message>
        <source>Before applying</source>
        <translation>Avant d’appliquer</translation>
    </message>
    <message>
        <source>the number is typed, and presence proven again</source>
        <translation>le nombre est à saisir, et la présence à confirmer de nouveau</translation>
    </message>
    <message>
        <source>the number is typed</source>
        <translation>le nombre est à saisir</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Delete the profile %1? Its tokens are kept unless you tick this.</source>
        <translation>Supprimer le profil %1&#x202f;? Ses jetons sont conservés, sauf si vous cochez la case.</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Instantané publié</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileRow</name>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>fichier défectueux</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileStep</name>
    <message>
        <source>The name is missing.</source>
        <translation>Le nom manque.</translation>
    </message>
    <message>
        <source>Looking for a profile of that name</source>
        <translation>Recherche d’un profil de ce nom</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>Name and environment</source>
        <translation>Nom et environnement</translation>
    </message>
    <message>
        <source>A profile keeps the addresses and your choices; no token is in it.</source>
        <translation>Un profil garde les adresses et vos choix&#x202f;; il ne contient aucun jeton.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Nom du profil</translation>
    </message>
    <message>
        <source>Letters without accent, digits, full stops, hyphens, underscores.</source>
        <translation>Lettres sans accent, chiffres, points, traits d’union, soulignés.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Test: changes concern nobody</source>
        <translation>Test&#xa0;: les modifications ne touchent personne</translation>
    </message>
    <message>
        <source>Production: people work on these servers</source>
        <translation>Production&#xa0;: des gens travaillent sur ces serveurs</translation>
    </message>
    <message>
        <source>Before anything is changed, the number of changes has to be typed.</source>
        <translation>Avant toute modification, il faut en saisir le nombre.</translation>
    </message>
    <message>
        <source>Its colour is on every page, so that nobody takes one for the other.</source>
        <translation>Sa couleur est sur chaque page, pour que personne ne prenne l’un pour l’autre.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Nothing that changes a room is built into this connection. It protects against mistakes; what an account may do is up to the servers.</source>
        <translation>Aucune fonction qui modifie un salon n’est active dans cette connexion. C’est une protection contre les erreurs, pas contre une personne qui détient le jeton.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfileWords</name>
    <message>
        <source>An address begins with https:// and names a server, like https://moodle.example.org</source>
        <translation>Une adresse commence par https:// et nomme un serveur, par exemple https://moodle.example.org</translation>
    </message>
    <message>
        <source>1 to 16 small letters, digits and underscores, and another one for each site.</source>
        <translation>De 1 à 16 minuscules, chiffres et soulignés, différent pour chaque site.</translation>
    </message>
    <message>
        <source>Two times of the day, like 20:00-06:30.</source>
        <translation>Deux heures de la journée, par exemple 20:00-06:30.</translation>
    </message>
    <message>
        <source>An address like http://proxy.example.org:3128, without a password.</source>
        <translation>Une adresse comme http://proxy.example.org:3128, sans mot de passe.</translation>
    </message>
    <message>
        <source>The regular expression is not valid.</source>
        <translation>L’expression régulière n’est pas valide.</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>categories %1</source>
        <translation>catégories %1</translation>
    </message>
    <message>
        <source>courses %1</source>
        <translation>cours %1</translation>
    </message>
    <message>
        <source>short name matches %1</source>
        <translation>nom abrégé conforme à %1</translation>
    </message>
    <message>
        <source>Moodle (%1)</source>
        <translation>Moodle (%1)</translation>
    </message>
    <message>
        <source>Key of the snapshot</source>
        <translation>Clé de l’instantané</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Mot de passe du mandataire</translation>
    </message>
    <message>
        <source>Given by the environment (%1)</source>
        <translation>Donné par l’environnement (%1)</translation>
    </message>
    <message>
        <source>Until the program ends</source>
        <translation>Jusqu’à la fin du programme</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Dans le trousseau de clés</translation>
    </message>
    <message>
        <source>In the sealed file</source>
        <translation>Dans le fichier protégé par une phrase secrète</translation>
    </message>
    <message>
        <source>Perhaps in the sealed file, which is locked</source>
        <translation>Peut-être dans le fichier protégé par une phrase secrète, qui est verrouillé</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>The keychain is not available</source>
        <translation>Le trousseau de clés n’est pas disponible</translation>
    </message>
    <message>
        <source>The profile names no account</source>
        <translation>Le profil ne nomme aucun compte</translation>
    </message>
    <message>
        <source>Certificate authority for Moodle (%1)</source>
        <translation>Autorité de certification pour Moodle (%1)</translation>
    </message>
    <message>
        <source>Certificate authority for Rocket.Chat</source>
        <translation>Autorité de certification pour Rocket.Chat</translation>
    </message>
    <message>
        <source>Published snapshot</source>
        <translation>Instantané publié</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Mandataire (proxy)</translation>
    </message>
    <message>
        <source>Contact this server</source>
        <translation>Contacter ce serveur</translation>
    </message>
    <message>
        <source>Trust this authority for this server</source>
        <translation>Faire confiance à cette autorité pour ce serveur</translation>
    </message>
    <message>
        <source>Read this file</source>
        <translation>Lire ce fichier</translation>
    </message>
    <message>
        <source>Send everything through this proxy</source>
        <translation>Tout faire passer par ce mandataire</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ProfilesPage</name>
    <message>
        <source>Profile %1 saved</source>
        <translation>Profil %1 enregistré</translation>
    </message>
    <message>
        <source>Profile %1 deleted</source>
        <translation>Profil %1 supprimé</translation>
    </message>
    <message>
        <source>Exported, without any token: %1</source>
        <translation>Exporté, sans aucun jeton&#xa0;: %1</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exporté&#xa0;: %1</translation>
    </message>
    <message>
        <source>A plan is being applied: let it end, or cancel it, before you open another profile.</source>
        <translation>Un plan est en cours d’application&#xa0;: laissez-le finir, ou annulez-le, avant d’ouvrir un autre profil.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Importer un profil</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profils (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln profile(s) on this computer</source>
        <translation>
            <numerusform>%Ln profil sur ce poste</numerusform>
            <numerusform>%Ln profils sur ce poste</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the profiles</source>
        <translation>Recherche des profils</translation>
    </message>
    <message>
        <source>There is no profile on this computer yet.</source>
        <translation>Il n’y a pas encore de profil sur ce poste.</translation>
    </message>
    <message>
        <source>A profile says which Moodle and which chat belong together. The assistant asks for one thing at a time and checks each.</source>
        <translation>Un profil dit quel Moodle et quel chat vont ensemble. L’assistant demande une chose à la fois et vérifie chacune.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>All profiles</source>
        <translation>Tous les profils</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>No profile is chosen.</source>
        <translation>Aucun profil n’est choisi.</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connecter des serveurs…</translation>
    </message>
    <message>
        <source>Open a published snapshot…</source>
        <translation>Ouvrir un instantané publié…</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ReadingStrip</name>
    <message>
        <source>Reading the links</source>
        <translation>Lecture des liens</translation>
    </message>
    <message>
        <source>Reading the enrolments</source>
        <translation>Lecture des inscriptions</translation>
    </message>
    <message>
        <source>Reading the members of rooms</source>
        <translation>Lecture des membres des salons</translation>
    </message>
    <message>
        <source>Reading the chat accounts</source>
        <translation>Lecture des comptes de chat</translation>
    </message>
    <message>
        <source>Reading the servers</source>
        <translation>Lecture des serveurs</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Reading who came and went</source>
        <translation>Lecture des arrivées et des départs</translation>
    </message>
    <message>
        <source>Reading the dates of the oldest messages</source>
        <translation>Lecture des dates des plus anciens messages</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RequestsModel</name>
    <message>
        <source>B</source>
        <translation>o</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>Ko</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Essai</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RequestsPane</name>
    <message numerus="yes">
        <source>%Ln request(s) shown</source>
        <translation>
            <numerusform>%Ln requête affichée</numerusform>
            <numerusform>%Ln requêtes affichées</numerusform>
        </translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Aucune requête pour l’instant</translation>
    </message>
    <message>
        <source>Every request of this session is listed here as it ends.</source>
        <translation>Chaque requête de cette session figure ici dès qu’elle se termine.</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Aucune requête ne correspond</translation>
    </message>
    <message>
        <source>The filter leaves out every row of the list.</source>
        <translation>Le filtre écarte toutes les lignes de la liste.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Held back by the server</source>
        <translation>Freinées par le serveur</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Écritures</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Tous les serveurs</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filtrer les requêtes</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Parameters by name only, no headers, no bodies; in memory only, the last %1.</source>
        <translation>Paramètres par leur seul nom, ni en-têtes ni contenus&#x202f;; en mémoire seulement, les %1 dernières.</translation>
    </message>
    <message>
        <source>Export the requests</source>
        <translation>Exporter les requêtes</translation>
    </message>
    <message>
        <source>Tables (*.csv);;Documents (*.json)</source>
        <translation>Tableaux (*.csv);;Documents (*.json)</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoreNotes</name>
    <message>
        <source>Copy the command that shows the setting</source>
        <translation>Copier la commande qui montre le réglage</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestorePane</name>
    <message>
        <source>Likely cause</source>
        <translation>Cause probable</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remède</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandée le</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernier changement</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>%1, course %2</source>
        <translation>%1, cours %2</translation>
    </message>
    <message>
        <source>Target category</source>
        <translation>Catégorie cible</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>Nouveau cours</translation>
    </message>
    <message>
        <source>course %1</source>
        <translation>cours %1</translation>
    </message>
    <message>
        <source>course %1, deleted since</source>
        <translation>cours %1, supprimé depuis</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>Données d’utilisateurs</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>without</source>
        <translation>sans</translation>
    </message>
    <message>
        <source>Enrolments</source>
        <translation>Inscriptions</translation>
    </message>
    <message>
        <source>never restored</source>
        <translation>jamais restaurées</translation>
    </message>
    <message>
        <source>only with user data</source>
        <translation>seulement avec les données</translation>
    </message>
    <message>
        <source>always restored</source>
        <translation>toujours restaurées</translation>
    </message>
    <message>
        <source>Show the new course</source>
        <translation>Voir le nouveau cours</translation>
    </message>
    <message>
        <source>Open the source course</source>
        <translation>Ouvrir le cours source</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Prévue le</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Traitée le</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>un administrateur</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>personne %1</translation>
    </message>
    <message>
        <source>Also restored by</source>
        <translation>Aussi restauré par</translation>
    </message>
    <message>
        <source>Moodle task and block of %1</source>
        <translation>Tâche Moodle et bloc de %1</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernier passage</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochain passage</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Moodle %1, block %2</source>
        <translation>Moodle %1, bloc %2</translation>
    </message>
    <message>
        <source>One course per source</source>
        <translation>Un cours par source</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Source sites</source>
        <translation>Sites sources</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoresModel</name>
    <message>
        <source>an administrator</source>
        <translation>un administrateur</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>personne %1</translation>
    </message>
    <message>
        <source>default category</source>
        <translation>catégorie par défaut</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>catégorie %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Target category</source>
        <translation>Catégorie cible</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandée</translation>
    </message>
    <message>
        <source>in this run</source>
        <translation>dans ce passage</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>non planifiée</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>en attente depuis %1</translation>
    </message>
    <message>
        <source>begun %1 ago</source>
        <translation>commencée il y a %1</translation>
    </message>
    <message>
        <source>%1 after the request</source>
        <translation>%1 après la demande</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Planned or done</source>
        <translation>Prévue ou faite</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>without</source>
        <translation>sans</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RestoresPage</name>
    <message>
        <source>Course restores</source>
        <translation>Restaurations de cours</translation>
    </message>
    <message>
        <source>Tasks of the restore block, read %1</source>
        <translation>Tâches du bloc de restauration, lues le %1</translation>
    </message>
    <message>
        <source>Which courses are being restored is not known</source>
        <translation>On ne sait pas quels cours sont en restauration</translation>
    </message>
    <message>
        <source>The companion plugin answers, but does not tell the restore tasks: the restore block is not installed, or the function local_liaison_get_restore_tasks is not in the service. A Moodle administrator adds it under External services.</source>
        <translation>Le plugin compagnon répond, mais ne donne pas les tâches&#xa0;: le bloc de restauration n’est pas installé, ou la fonction local_liaison_get_restore_tasks n’est pas dans le service. Un administrateur Moodle l’y ajoute dans Services externes.</translation>
    </message>
    <message>
        <source>Moodle tells restore tasks to nobody by itself. The companion plugin local_liaison does: a Moodle administrator installs it from packaging/moodle and adds its functions to the service of the account used here.</source>
        <translation>Moodle ne donne pas de lui-même les tâches de restauration. Le plugin compagnon local_liaison le fait&#xa0;: un administrateur Moodle l’installe depuis packaging/moodle et ajoute ses fonctions au service du compte utilisé ici.</translation>
    </message>
    <message>
        <source>No course restore was ever requested</source>
        <translation>Aucune restauration n’a été demandée</translation>
    </message>
    <message>
        <source>Requests that teachers or administrators make in Moodle appear here.</source>
        <translation>Les demandes faites dans Moodle par les enseignants ou les administrateurs apparaissent ici.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>No restore matches</source>
        <translation>Aucune restauration ne correspond</translation>
    </message>
    <message>
        <source>Stuck and blocking are told from the state of the Moodle task: likely, not certain.</source>
        <translation>«&#xa0;Bloquée&#xa0;» et «&#xa0;bloque la file&#xa0;» se déduisent de l’état de la tâche Moodle&#xa0;: probable, non certain.</translation>
    </message>
    <message>
        <source>%1 restores</source>
        <translation>%1 restaurations</translation>
    </message>
    <message>
        <source>No course restore in the scope of this profile</source>
        <translation>Aucune restauration de cours dans le périmètre de ce profil</translation>
    </message>
    <message numerus="yes">
        <source>%n outside the scope of this profile</source>
        <translation>
            <numerusform>%n hors du périmètre de ce profil</numerusform>
            <numerusform>%n hors du périmètre de ce profil</numerusform>
        </translation>
    </message>
    <message>
        <source>of which one blocks the queue</source>
        <translation>dont une qui bloque la file</translation>
    </message>
    <message>
        <source>One of those outside the scope of this profile blocks the queue.</source>
        <translation>L’une de celles qui sont hors du périmètre de ce profil bloque la file.</translation>
    </message>
    <message numerus="yes">
        <source>%n outside the scope</source>
        <translation>
            <numerusform>%n hors périmètre</numerusform>
            <numerusform>%n hors périmètre</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exporté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing on this computer opens %1</source>
        <translation>Rien sur ce poste n’ouvre %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export the restores</source>
        <translation>Exporter les restaurations</translation>
    </message>
    <message>
        <source>restores.csv</source>
        <translation>restaurations.csv</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Tableur (*.csv)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ResultView</name>
    <message>
        <source>Run done</source>
        <translation>Exécution terminée</translation>
    </message>
    <message>
        <source>Run stopped</source>
        <translation>Exécution arrêtée</translation>
    </message>
    <message>
        <source>Run interrupted</source>
        <translation>Exécution interrompue</translation>
    </message>
    <message>
        <source>Run partly done</source>
        <translation>Exécution terminée en partie</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Exécution %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>every step is accounted for</source>
        <translation>le compte des étapes est juste</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) without outcome</source>
        <translation>
            <numerusform>%n étape sans résultat</numerusform>
            <numerusform>%n étapes sans résultat</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages: %1 announced, %2 for the steps done</source>
        <translation>Messages&#xa0;: %1 annoncés, %2 pour les étapes faites</translation>
    </message>
    <message>
        <source>See the journal</source>
        <translation>Voir le journal</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message numerus="yes">
        <source>Try %n step(s) again</source>
        <translation>
            <numerusform>Réessayer %n étape</numerusform>
            <numerusform>Réessayer les %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes a new plan over the rooms of these steps; nothing is written before it is confirmed</source>
        <translation>Établit un nouveau plan sur les salons de ces étapes&#x202f;; rien n’est écrit avant confirmation</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RetentionModel</name>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Voulue</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stockée</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>Effective against wanted</source>
        <translation>Effective et voulue</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>only the companion tells the wish</source>
        <translation>durée voulue&#xa0;: compagnon requis</translation>
    </message>
    <message>
        <source>Nobody asks for messages to be deleted</source>
        <translation>Aucune suppression n’est demandée</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Rien n’est supprimé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 pour %2</translation>
    </message>
    <message>
        <source>Oldest message</source>
        <translation>Plus ancien message</translation>
    </message>
    <message>
        <source>There is no message</source>
        <translation>Il n’y a aucun message</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation>Conservation des messages</translation>
    </message>
    <message>
        <source>Days after which the chat server deletes messages, read %1</source>
        <translation>En jours, lue dans le chat le %1</translation>
    </message>
    <message>
        <source>No course has a room</source>
        <translation>Aucun cours n’a de salon</translation>
    </message>
    <message>
        <source>As soon as an activity has its room, what is kept there and for how long is shown here.</source>
        <translation>Dès qu’une activité a son salon, ce qui y est conservé et combien de temps s’affiche ici.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>No room matches</source>
        <translation>Aucun salon ne correspond</translation>
    </message>
    <message>
        <source>%1 activities with a room</source>
        <translation>%1 activités avec salon</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exporté&#xa0;: %1</translation>
    </message>
    <message>
        <source>The stroke is the wanted duration, always in the middle; red is what is kept beyond it.</source>
        <translation>Le trait est la durée voulue, toujours au milieu&#x202f;; en rouge, ce qui est conservé au-delà.</translation>
    </message>
    <message>
        <source>Of messages only the date of the oldest was read, never a text.</source>
        <translation>Des messages, seule la date du plus ancien a été lue, jamais un texte.</translation>
    </message>
    <message>
        <source>The age of the oldest message is not measured.</source>
        <translation>L’âge du plus ancien message n’est pas mesuré.</translation>
    </message>
    <message>
        <source>Reads when the oldest message of each room was written, and nothing else of it</source>
        <translation>Lit la date du plus ancien message de chaque salon, et rien d’autre de ce message</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Export evidence…</source>
        <translation>Exporter le justificatif…</translation>
    </message>
    <message>
        <source>A report for the data-protection officer: names of courses and rooms, durations and dates</source>
        <translation>Un rapport pour le délégué à la protection des données&#xa0;: noms des cours et des salons, durées et dates</translation>
    </message>
    <message>
        <source>Export evidence</source>
        <translation>Exporter le justificatif</translation>
    </message>
    <message>
        <source>retention.html</source>
        <translation>conservation.html</translation>
    </message>
    <message>
        <source>Web page (*.html);;Spreadsheet (*.csv)</source>
        <translation>Page web (*.html);;Tableur (*.csv)</translation>
    </message>
    <message>
        <source>Measuring is switched off in the profile: settle it with your data-protection officer, then switch it on.</source>
        <translation>La mesure est désactivée dans le profil&#xa0;: mettez-vous d’accord avec votre délégué à la protection des données, puis activez-la.</translation>
    </message>
    <message>
        <source>Only the servers can be measured, and this is a reading that was kept.</source>
        <translation>Seuls les serveurs se mesurent, et ceci est une lecture conservée.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::ReviewView</name>
    <message>
        <source>Synchronisation plan</source>
        <translation>Plan de synchronisation</translation>
    </message>
    <message>
        <source>Filter the steps</source>
        <translation>Filtrer les étapes</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>Recalculer</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Étapes du plan</translation>
    </message>
    <message>
        <source>Lists of the plan</source>
        <translation>Listes du plan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnus</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>No step matches the filter</source>
        <translation>Aucune étape ne correspond au filtre</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in the plan.</source>
        <translation>
            <numerusform>%n étape dans le plan.</numerusform>
            <numerusform>%n étapes dans le plan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing to apply in what could be read</source>
        <translation>Rien à appliquer dans ce qui a pu être lu</translation>
    </message>
    <message>
        <source>Nothing to apply: the rooms are in step</source>
        <translation>Rien à appliquer&#xa0;: les salons sont en phase</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) in classes that are not ticked.</source>
        <translation>
            <numerusform>%n écart dans des classes non cochées.</numerusform>
            <numerusform>%n écarts dans des classes non cochées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n salon</numerusform>
            <numerusform>%n salons</numerusform>
        </translation>
    </message>
    <message>
        <source>being made again</source>
        <translation>calcul en cours</translation>
    </message>
    <message>
        <source>made at %1 from data read at %2</source>
        <translation>calculé à %1 sur les données de %2</translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation>aucune écriture envoyée</translation>
    </message>
    <message>
        <source>newer data was read since: make it again</source>
        <translation>des données plus récentes ont été lues&#xa0;: à recalculer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Check and apply</source>
        <translation>Vérifier et appliquer</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Retour aux étapes</translation>
    </message>
    <message>
        <source>Taking a run back</source>
        <translation>Annulation d’une exécution</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>exécution %1</translation>
    </message>
    <message>
        <source>Nothing to take back: the rooms are no longer as the run left them</source>
        <translation>Rien à annuler&#xa0;: les salons ne sont plus tels que l’exécution les a laissés</translation>
    </message>
    <message>
        <source>run of %1</source>
        <translation>exécution du %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) left untouched (%1)</source>
        <translation>
            <numerusform>%n étape laissée en l’état (%1)</numerusform>
            <numerusform>%n étapes laissées en l’état (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>Laissées en l’état</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the run stay: the list says which, and why.</source>
        <translation>
            <numerusform>%n étape de l’exécution reste en l’état&#xa0;: la liste dit laquelle, et pourquoi.</numerusform>
            <numerusform>%n étapes de l’exécution restent en l’état&#xa0;: la liste dit lesquelles, et pourquoi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::RolesModel</name>
    <message>
        <source>Plugin, in Moodle</source>
        <translation>Plugin, dans Moodle</translation>
    </message>
    <message>
        <source>This profile</source>
        <translation>Ce profil</translation>
    </message>
    <message>
        <source>Guess: only adds</source>
        <translation>Supposé&#xa0;: ajouts seuls</translation>
    </message>
    <message>
        <source>Role in the course</source>
        <translation>Rôle dans le cours</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Modérateur</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Membre</translation>
    </message>
    <message>
        <source>Not in the room</source>
        <translation>Hors salon</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Décidé par</translation>
    </message>
    <message>
        <source>Activities that differ</source>
        <translation>Activités différentes</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>rôle %1</translation>
    </message>
    <message numerus="yes">
        <source>Rule of its own for this role: %n link(s)</source>
        <translation>
            <numerusform>Règle propre pour ce rôle&#xa0;: %n lien</numerusform>
            <numerusform>Règle propre pour ce rôle&#xa0;: %n liens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::RolesPage</name>
    <message>
        <source>Role mapping</source>
        <translation>Correspondance des rôles</translation>
    </message>
    <message>
        <source>What each course role becomes in the course’s room</source>
        <translation>Ce que devient chaque rôle du cours dans son salon</translation>
    </message>
    <message>
        <source>Which roles there are is not known</source>
        <translation>On ne sait pas quels rôles existent</translation>
    </message>
    <message>
        <source>No role was seen yet</source>
        <translation>Aucun rôle n’a encore été vu</translation>
    </message>
    <message>
        <source>Roles are learned from enrolments: as soon as a course with an activity is read, they appear here.</source>
        <translation>Les rôles sont appris des inscriptions&#xa0;: dès qu’un cours avec activité est lu, ils apparaissent ici.</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>Modérateurs</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Not in the room</source>
        <translation>Hors salon</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>No role matches</source>
        <translation>Aucun rôle ne correspond</translation>
    </message>
    <message>
        <source>Two roles of one person: moderator wins.</source>
        <translation>Deux rôles pour une même personne&#xa0;: modérateur l’emporte.</translation>
    </message>
    <message>
        <source>What the plugin decides is set in Moodle: site administration, or the settings of an activity.</source>
        <translation>Ce que décide le plugin se règle dans Moodle&#xa0;: administration du site, ou réglages d’une activité.</translation>
    </message>
    <message>
        <source>Nobody has set the rest: as long as it is a guess, people are only added.</source>
        <translation>Personne n’a réglé le reste&#xa0;: tant que c’est supposé, il n’y a que des ajouts.</translation>
    </message>
    <message>
        <source>%1 roles</source>
        <translation>%1 rôles</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RoomsModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>In a course</source>
        <translation>Dans un cours</translation>
    </message>
    <message>
        <source>Outside courses</source>
        <translation>Hors cours</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renommé</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doublon</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sans propriétaire</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>chiffré</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Propriétaires</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Créé par</translation>
    </message>
    <message>
        <source>As the server counts them, service accounts and deactivated people included. The list of members was not read.</source>
        <translation>Selon le compte du serveur, comptes de service et personnes désactivées compris. La liste des membres n’a pas été lue.</translation>
    </message>
    <message>
        <source>The list of members was not read.</source>
        <translation>La liste des membres n’a pas été lue.</translation>
    </message>
    <message>
        <source>No message, or no date given</source>
        <translation>Aucun message, ou date non communiquée</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RoomsPage</name>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message numerus="yes">
        <source>%n private room(s) on the chat server, read %1</source>
        <translation>
            <numerusform>%n salon privé sur le serveur de chat, lecture du %1</numerusform>
            <numerusform>%n salons privés sur le serveur de chat, lecture du %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Which rooms there are is not known</source>
        <translation>On ne sait pas quels salons existent</translation>
    </message>
    <message>
        <source>The chat server answered, but its list of rooms could not be read. Diagnostics lists the rights that are missing.</source>
        <translation>Le serveur de chat a répondu, mais sa liste de salons n’est pas lisible. Le diagnostic donne les droits manquants.</translation>
    </message>
    <message>
        <source>There is no private room on this server</source>
        <translation>Il n’y a aucun salon privé sur ce serveur</translation>
    </message>
    <message>
        <source>A room appears here as soon as Moodle has made one for an activity.</source>
        <translation>Un salon apparaît ici dès que Moodle en a créé un pour une activité.</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Orphelins</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnus</translation>
    </message>
    <message>
        <source>In a course</source>
        <translation>Dans un cours</translation>
    </message>
    <message>
        <source>Outside courses</source>
        <translation>Hors cours</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommés</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Without owner</source>
        <translation>Sans propriétaire</translation>
    </message>
    <message>
        <source>Idle for %1</source>
        <translation>Inactifs depuis %1</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>No room matches</source>
        <translation>Aucun salon ne correspond</translation>
    </message>
    <message>
        <source>Members in grey are the server’s count: the list of members of those rooms was not read. Rooms outside courses are counted, never opened.</source>
        <translation>Membres en gris&#xa0;: compte du serveur, la liste de ces salons n’a pas été lue. Les salons hors cours sont comptés, jamais ouverts.</translation>
    </message>
    <message>
        <source>%1 rooms</source>
        <translation>%1 salons</translation>
    </message>
    <message>
        <source>Idle after %1</source>
        <translation>Inactifs après %1</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Ouvrir le cours</translation>
    </message>
    <message>
        <source>History of this room</source>
        <translation>Historique de ce salon</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RulePanel</name>
    <message>
        <source>The number is missing.</source>
        <translation>Il manque le nombre.</translation>
    </message>
    <message>
        <source>The number typed is not %1.</source>
        <translation>Le nombre saisi n’est pas %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Number that lifts the threshold: %1</source>
        <translation>Nombre qui lève le seuil&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hold back again</source>
        <translation>Retenir de nouveau</translation>
    </message>
    <message>
        <source>Lift the threshold of %1</source>
        <translation>Lever le seuil pour %1</translation>
    </message>
    <message>
        <source>Withhold again</source>
        <translation>Retenir de nouveau</translation>
    </message>
    <message>
        <source>Release this room</source>
        <translation>Libérer ce salon</translation>
    </message>
    <message>
        <source>Release this person</source>
        <translation>Libérer cette personne</translation>
    </message>
    <message>
        <source>Open the row: people are released one at a time.</source>
        <translation>Dépliez la ligne&#xa0;: les personnes sont libérées une par une.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RunHead</name>
    <message>
        <source>ended %1</source>
        <translation>terminée le %1</translation>
    </message>
    <message>
        <source>ended at %1</source>
        <translation>terminée à %1</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Exécution du %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>exécution %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::RunsModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarrée</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévues</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Faites</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmées</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>takes a run back: %1</source>
        <translation>annule une exécution&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SearchPopup</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Message recognised</source>
        <translation>Message reconnu</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salons</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>Salon %1</translation>
    </message>
    <message>
        <source>No such room in the chat</source>
        <translation>Ce salon n’existe pas dans le chat</translation>
    </message>
    <message>
        <source>Room %1: %2</source>
        <translation>Salon %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The room exists. Course: %1</source>
        <translation>Le salon existe. Cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>The room exists, without a course</source>
        <translation>Le salon existe, sans cours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln membre</numerusform>
            <numerusform>%Ln membres</numerusform>
        </translation>
    </message>
    <message>
        <source>members not read</source>
        <translation>membres non lus</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>no course</source>
        <translation>sans cours</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Rien ne correspond</translation>
    </message>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Esc closes</source>
        <translation>↑ ↓ choisir   ·   Entrée ouvrir   ·   Échap fermer</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SelectionPanel</name>
    <message numerus="yes">
        <source>%Ln addition(s)</source>
        <translation>
            <numerusform>%Ln ajout</numerusform>
            <numerusform>%Ln ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removal(s)</source>
        <translation>
            <numerusform>%Ln retrait</numerusform>
            <numerusform>%Ln retraits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promotion(s)</source>
        <translation>
            <numerusform>%Ln promotion</numerusform>
            <numerusform>%Ln promotions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln demotion(s)</source>
        <translation>
            <numerusform>%Ln rétrogradation</numerusform>
            <numerusform>%Ln rétrogradations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln course(s) selected</source>
        <translation>
            <numerusform>%Ln cours sélectionné</numerusform>
            <numerusform>%Ln cours sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change in these courses</source>
        <translation>Rien à modifier dans ces cours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known: nothing is planned there</source>
        <translation>
            <numerusform>%Ln inconnu&#xa0;: rien n’y est prévu</numerusform>
            <numerusform>%Ln inconnus&#xa0;: rien n’y est prévu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> et %Ln de plus</numerusform>
            <numerusform> et %Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare the plan for %Ln course(s)</source>
        <translation>
            <numerusform>Préparer le plan de %Ln cours</numerusform>
            <numerusform>Préparer le plan de %Ln cours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Reading, %1 of %2</source>
        <translation>Lecture, %1 sur %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture en cours</translation>
    </message>
    <message>
        <source>Reading failed; data read %1</source>
        <translation>Échec de la lecture&#x202f;; données lues %1</translation>
    </message>
    <message>
        <source>Reading failed</source>
        <translation>Échec de la lecture</translation>
    </message>
    <message>
        <source>Data read %1</source>
        <translation>Données lues %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Rien de lu encore</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)/min</source>
        <translation>
            <numerusform>%Ln requête/min</numerusform>
            <numerusform>%Ln requêtes/min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) ready</source>
        <translation>
            <numerusform>%Ln étape prête</numerusform>
            <numerusform>%Ln étapes prêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Companion %1</source>
        <translation>Compagnon %1</translation>
    </message>
    <message>
        <source>A server limits requests: going on in %1 s</source>
        <translation>Un serveur limite les requêtes&#xa0;: reprise dans %1 s</translation>
    </message>
    <message>
        <source>Published snapshot, %1</source>
        <translation>Instantané publié, %1</translation>
    </message>
    <message>
        <source>Last reading, %1</source>
        <translation>Dernière lecture, %1</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>État du %1</translation>
    </message>
    <message>
        <source>Servers not reached; state of %1</source>
        <translation>Serveurs injoignables&#x202f;; état du %1</translation>
    </message>
    <message>
        <source>Servers not asked yet</source>
        <translation>Serveurs pas encore interrogés</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>Profile %1: open the profiles</source>
        <translation>Profil %1&#xa0;: ouvrir les profils</translation>
    </message>
</context>
<context>
    <name>liaison::ui::Step</name>
    <message>
        <source>Check and go on</source>
        <translation>Vérifier et continuer</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SummaryBar</name>
    <message>
        <source>Prepare the plan</source>
        <translation>Préparer le plan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>liaison::ui::SummaryStep</name>
    <message>
        <source>Examine again</source>
        <translation>Examiner de nouveau</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>Ouvrir la console</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connexion établie</translation>
    </message>
    <message>
        <source>The profile “%1” is saved. No room has been changed; the console begins with reading.</source>
        <extracomment>%1: name of the profile</extracomment>
        <translation>Le profil «&#xa0;%1&#xa0;» est enregistré. Aucun salon n’a été modifié&#x202f;; la console commence par lire.</translation>
    </message>
    <message>
        <source>Examining both servers</source>
        <translation>Examen des deux serveurs</translation>
    </message>
    <message>
        <source>Rights, versions, clocks and plugins. You need not wait: Diagnostics shows the same.</source>
        <translation>Droits, versions, horloges et plugins. Inutile d’attendre&#xa0;: Diagnostic montre la même chose.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TallyEquation</name>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n prévue</numerusform>
            <numerusform>%n prévues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>planned</source>
        <translation>
            <numerusform>prévue</numerusform>
            <numerusform>prévues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done</source>
        <translation>
            <numerusform>faite</numerusform>
            <numerusform>faites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skipped</source>
        <translation>
            <numerusform>ignorée</numerusform>
            <numerusform>ignorées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stale</source>
        <translation>
            <numerusform>périmée</numerusform>
            <numerusform>périmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed</source>
        <translation>
            <numerusform>en échec</numerusform>
            <numerusform>en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n faite</numerusform>
            <numerusform>%n faites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n ignorée</numerusform>
            <numerusform>%n ignorées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n périmée</numerusform>
            <numerusform>%n périmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::TokenRow</name>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Paste the whole token, on one line.</source>
        <translation>Collez le jeton entier, sur une ligne.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Keep this token</source>
        <translation>Conserver ce jeton</translation>
    </message>
    <message>
        <source>%1, account %2</source>
        <translation>%1, compte %2</translation>
    </message>
    <message>
        <source>So no token can be kept in it. Keep the token in a file under a passphrase, or for this session only; or unlock the keychain and look again.</source>
        <translation>Aucun jeton ne peut donc y être conservé. Conservez le jeton dans un fichier protégé par une phrase secrète, ou pour cette session seulement&#x202f;; ou déverrouillez le trousseau et revenez ici.</translation>
    </message>
    <message>
        <source>A chat token belongs to an account: name it in the profile first.</source>
        <translation>Un jeton de chat appartient à un compte&#xa0;: nommez-le d’abord dans le profil.</translation>
    </message>
    <message>
        <source>What the environment gives counts before anything that is kept.</source>
        <translation>Ce que donne l’environnement compte avant tout ce qui est conservé.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a button, %2: whose token</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Give the token…</source>
        <translation>Donner le jeton…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Unlock the file…</source>
        <translation>Déverrouiller le fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Où il est conservé</translation>
    </message>
    <message>
        <source>In the keychain of this computer</source>
        <translation>Dans le trousseau de clés de ce poste</translation>
    </message>
    <message>
        <source>In a file sealed under a passphrase</source>
        <translation>Dans un fichier protégé par une phrase secrète</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Pour cette session seulement</translation>
    </message>
    <message>
        <source>Paste the whole key, on one line.</source>
        <translation>Collez la clé entière, sur une ligne.</translation>
    </message>
    <message>
        <source>Keep this key</source>
        <translation>Conserver cette clé</translation>
    </message>
    <message>
        <source>Give the key…</source>
        <translation>Donner la clé…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Eleven groups of five letters and digits. Those who publish the snapshot hand it over.</source>
        <translation>Onze groupes de cinq lettres et chiffres. Elle est remise par les personnes qui publient l’instantané.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TokensCard</name>
    <message>
        <source>Kept. Test it to see whose it is.</source>
        <translation>Conservé. Testez-le pour voir à qui il est.</translation>
    </message>
    <message>
        <source>Forgotten on this computer. It stays valid on the server until it is deleted there.</source>
        <translation>Effacé de ce poste. Il reste valable sur le serveur jusqu’à ce qu’il y soit supprimé.</translation>
    </message>
    <message>
        <source>It works: signed in as %1.</source>
        <translation>Il fonctionne&#xa0;: connexion en tant que %1.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Looking for the tokens…</source>
        <translation>Recherche des jetons…</translation>
    </message>
    <message>
        <source>Kept under the address of the server and the account, never in the profile: profiles of the same servers share them.</source>
        <translation>Conservés sous l’adresse du serveur et le compte, jamais dans le profil&#xa0;: les profils des mêmes serveurs les partagent.</translation>
    </message>
    <message>
        <source>Kept: it is the key of this file.</source>
        <translation>Conservée&#xa0;: c’est bien la clé de ce fichier.</translation>
    </message>
    <message>
        <source>Forgotten on this computer. It still opens the file.</source>
        <translation>Effacée de ce poste. Elle ouvre toujours le fichier.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>It opens the published file, and is kept under the number that the file gives its key.</source>
        <translation>Elle ouvre le fichier publié, et elle est conservée sous le numéro de clé qu’indique ce fichier.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::TrainingCard</name>
    <message>
        <source>The whole campus</source>
        <translation>Le campus entier</translation>
    </message>
    <message>
        <source>About forty courses in which every state and every difference is to be seen.</source>
        <translation>Une quarantaine de cours où se voient tous les états et tous les écarts.</translation>
    </message>
    <message>
        <source>A role lost in mid-semester</source>
        <translation>Un rôle perdu en cours de semestre</translation>
    </message>
    <message>
        <source>SCI-L2-MECA: four people are leaving the room although they are still enrolled; find what to give back in Moodle before anybody is removed.</source>
        <translation>SCI-L2-MECA&#xa0;: quatre personnes vont quitter le salon alors qu’elles sont toujours inscrites&#x202f;; trouvez ce qu’il faut leur rendre dans Moodle avant tout retrait.</translation>
    </message>
    <message>
        <source>Taken back out of the recycle bin</source>
        <translation>Ressortie de la corbeille</translation>
    </message>
    <message>
        <source>IUT-S2-COM: the activity came back with another number; see who is missing from its room, and which room is still waiting in the bin.</source>
        <translation>IUT-S2-COM&#xa0;: l’activité est revenue sous un autre numéro&#x202f;; voyez qui manque dans son salon, et quel salon attend encore dans la corbeille.</translation>
    </message>
    <message>
        <source>A course reset in July</source>
        <translation>Un cours réinitialisé en juillet</translation>
    </message>
    <message>
        <source>DRT-L1-CONST: everybody was unenrolled for the next year; see the removals held back by the thresholds.</source>
        <translation>DRT-L1-CONST&#xa0;: tout le monde a été désinscrit pour l’année suivante&#x202f;; voyez les retraits que les seuils retiennent.</translation>
    </message>
    <message>
        <source>The impostor room</source>
        <translation>Le salon usurpateur</translation>
    </message>
    <message>
        <source>UTL-HISTOIRE: two rooms claim one course; tell the plugin’s room from the one that a student made under its name.</source>
        <translation>UTL-HISTOIRE&#xa0;: deux salons se réclament d’un même cours&#x202f;; distinguez celui du plugin de celui qu’un étudiant a créé sous son nom.</translation>
    </message>
    <message>
        <source>Beyond the first fifty</source>
        <translation>Au-delà des cinquante premiers</translation>
    </message>
    <message>
        <source>SCI-L1-ALG: six people left the course and are still in a room of more than fifty, where the plugin never sees them.</source>
        <translation>SCI-L1-ALG&#xa0;: six personnes ont quitté le cours et restent dans un salon de plus de cinquante membres, où le plugin ne les voit jamais.</translation>
    </message>
    <message>
        <source>Restores that do not move</source>
        <translation>Des restaurations qui n’avancent pas</translation>
    </message>
    <message>
        <source>Restores: one stays in progress for ever, another blocks the queue; find both, and why.</source>
        <translation>Restaurations&#xa0;: l’une reste en cours pour toujours, une autre bloque la file&#x202f;; trouvez-les, et dites pourquoi.</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: button, %2: what it opens</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Training scenarios</source>
        <translation>Scénarios d’entraînement</translation>
    </message>
    <message>
        <source>Invented campuses on this computer: nothing leaves it and nobody is in them. Each keeps its own state, so that you can leave and come back.</source>
        <translation>Des campus inventés, sur cet ordinateur&#xa0;: rien n’en sort et aucune personne réelle n’y figure. Chacun garde son état&#xa0;: vous pouvez le quitter et y revenir.</translation>
    </message>
    <message>
        <source>My own servers</source>
        <translation>Mes serveurs</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connecter des serveurs…</translation>
    </message>
    <message>
        <source>Those that were open before.</source>
        <translation>Ceux qui étaient ouverts avant.</translation>
    </message>
</context>
<context>
    <name>liaison::ui::UnlockPage</name>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Once more, before anything is written</source>
        <translation>Dernière confirmation avant toute écriture</translation>
    </message>
    <message>
        <source>The tokens are under a passphrase</source>
        <translation>Les jetons sont protégés par une phrase secrète</translation>
    </message>
    <message>
        <source>This production profile asks again before a plan is applied: type the passphrase of the sealed file. Until then nothing is sent.</source>
        <translation>Ce profil de production demande une confirmation avant toute écriture&#xa0;: saisissez la phrase secrète du fichier protégé. D’ici là, rien n’est envoyé.</translation>
    </message>
    <message>
        <source>The tokens of this profile are in the sealed file of this computer. Type its passphrase, and the servers are read.</source>
        <translation>Les jetons de ce profil sont dans un fichier protégé par une phrase secrète, sur ce poste. Saisissez-la, et les serveurs sont lus.</translation>
    </message>
    <message>
        <source>Do not apply</source>
        <translation>Ne pas appliquer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>liaison::ui::WelcomePage</name>
    <message>
        <source>Import a profile</source>
        <translation>Importer un profil</translation>
    </message>
    <message>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>Profils (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Keep courses and chat rooms in step</source>
        <translation>Gardez les salons en accord avec les cours</translation>
    </message>
    <message>
        <source>Liaison compares Moodle enrolments with room members, says why they differ, and repairs what you approve.</source>
        <translation>Liaison compare les inscriptions de Moodle aux membres des salons, dit pourquoi ils diffèrent, et corrige ce que vous approuvez.</translation>
    </message>
    <message>
        <source>Connect your servers</source>
        <translation>Connecter vos serveurs</translation>
    </message>
    <message>
        <source>It takes a token of Moodle and one of Rocket.Chat. The assistant says where to make them and checks each value with one call.</source>
        <translation>Il faut un jeton de Moodle et un de Rocket.Chat. L’assistant dit où les créer et vérifie chaque valeur par un appel.</translation>
    </message>
    <message>
        <source>Reads first: nothing is changed</source>
        <translation>Commence par lire&#xa0;: rien n’est modifié</translation>
    </message>
    <message>
        <source>Tokens go to the keychain of this computer</source>
        <translation>Les jetons vont dans le trousseau de ce poste</translation>
    </message>
    <message>
        <source>Read-only for teaching support</source>
        <translation>Lecture seule pour l’assistance aux enseignants</translation>
    </message>
    <message>
        <source>Try the demo campus</source>
        <translation>Essayer le campus de démonstration</translation>
    </message>
    <message>
        <source>A complete invented campus on this computer: Moodle, chat, people and every kind of difference.</source>
        <translation>Un campus inventé, complet, sur ce poste&#xa0;: Moodle, chat, personnes et toutes sortes d’écarts.</translation>
    </message>
    <message>
        <source>Nothing to install, no account</source>
        <translation>Rien à installer, aucun compte</translation>
    </message>
    <message>
        <source>No connection leaves this computer</source>
        <translation>Aucune connexion vers l’extérieur</translation>
    </message>
    <message>
        <source>Plans, repairs and undo really work</source>
        <translation>Plans, corrections et annulations fonctionnent vraiment</translation>
    </message>
    <message>
        <source>Open the demo campus</source>
        <translation>Ouvrir le campus de démonstration</translation>
    </message>
    <message>
        <source>Import a profile…</source>
        <translation>Importer un profil…</translation>
    </message>
    <message>
        <source>Your profiles</source>
        <translation>Vos profils</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the profile %1</source>
        <translation>Ouvrir le profil %1</translation>
    </message>
    <message>
        <source>Connect to servers…</source>
        <translation>Connecter des serveurs…</translation>
    </message>
    <message>
        <source>broken file</source>
        <translation>fichier défectueux</translation>
    </message>
</context>
<context>
    <name>liaison::ui::WhyPane</name>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Back to the members (Esc)</source>
        <translation>Revenir aux membres (Échap)</translation>
    </message>
    <message>
        <source>Why this person is or is not in the room</source>
        <translation>Pourquoi cette personne est ou n’est pas dans le salon</translation>
    </message>
    <message>
        <source>Looking for the reason…</source>
        <translation>Recherche de la raison…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Ce qui a été vérifié</translation>
    </message>
    <message numerus="yes">
        <source>%n other room(s)</source>
        <translation>
            <numerusform>%n autre salon</numerusform>
            <numerusform>%n autres salons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::WithheldStrip</name>
    <message numerus="yes">
        <source>%n change(s) withheld: %1</source>
        <translation>
            <numerusform>%n modification retenue&#xa0;: %1</numerusform>
            <numerusform>%n modifications retenues&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::ui::Words</name>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Connecting to the servers</source>
        <translation>Connexion aux serveurs</translation>
    </message>
    <message>
        <source>Reading activities</source>
        <translation>Lecture des activités</translation>
    </message>
    <message>
        <source>Reading enrolments</source>
        <translation>Lecture des inscriptions</translation>
    </message>
    <message>
        <source>Reading members</source>
        <translation>Lecture des membres</translation>
    </message>
    <message>
        <source>Reading accounts</source>
        <translation>Lecture des comptes</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1&#xa0;: %2 sur %3</translation>
    </message>
    <message>
        <source>Reading who came and went</source>
        <translation>Lecture des arrivées et des départs</translation>
    </message>
    <message>
        <source>Reading the dates of the oldest messages</source>
        <translation>Lecture des dates des plus anciens messages</translation>
    </message>
</context>
</TS>
