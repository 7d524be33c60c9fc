<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
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
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
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
        <translation>Rétention</translation>
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
</context>
</TS>
