// Judges requests by the validators that Rocket.Chat's own server runs: npm @rocket.chat/rest-typings.
//
//   node check.mjs FILE      FILE: one JSON object per line, {"version":"7.10","method":"GET","route":"groups.members",
//                            "query":[["roomId","r1"]],"body":{...}}
//
// Prints a summary, or one line per refused request; exit code 1 when one was refused.
import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const validatorOf = {
  'GET groups.info': 'isGroupsInfoProps',
  'GET groups.list': 'isGroupsListProps',
  'GET groups.listAll': 'isGroupsListProps',
  'GET groups.members': 'isGroupsMembersProps',
  'GET groups.messages': 'isGroupsMessagesProps',
  'GET groups.history': 'isGroupsHistoryProps',
  'GET groups.roles': 'isGroupsRolesProps',
  'GET groups.moderators': 'isGroupsModeratorsProps',
  'GET groups.counters': 'isGroupsCountersProps',
  'POST groups.create': 'isGroupsCreateProps',
  'POST groups.invite': 'isGroupsInviteProps',
  'POST groups.kick': 'isGroupsKickProps',
  'POST groups.addModerator': 'isGroupsAddModeratorProps',
  'POST groups.removeModerator': 'isGroupsRemoveModeratorProps',
  'POST groups.addOwner': 'isGroupsAddOwnerProps',
  'POST groups.removeOwner': 'isGroupsRemoveOwnerProps',
  'POST groups.addLeader': 'isGroupsAddLeaderProps',
  'POST groups.removeLeader': 'isGroupsRemoveLeaderProps',
  'POST groups.archive': 'isGroupsArchiveProps',
  'POST groups.unarchive': 'isGroupsUnarchiveProps',
  'POST groups.delete': 'isGroupsDeleteProps',
  'POST groups.rename': 'isGroupsRenameProps',
  'POST groups.setTopic': 'isGroupsSetTopicProps',
  'POST groups.setAnnouncement': 'isGroupsSetAnnouncementProps',
  'POST groups.setPurpose': 'isGroupsSetPurposeProps',
  'POST groups.setDescription': 'isGroupsSetDescriptionProps',
  'POST groups.setReadOnly': 'isGroupsSetReadOnlyProps',
  'POST groups.setType': 'isGroupsSetTypeProps',
  'POST groups.setCustomFields': 'isGroupsSetCustomFieldsProps',
  'GET rooms.adminRooms': 'isRoomsAdminRoomsProps',
  'GET rooms.adminRooms.getRoom': 'isRoomsAdminRoomsGetRoomProps',
  'GET rooms.info': 'isRoomsInfoProps',
  'GET rooms.isMember': 'isRoomsIsMemberProps',
  'GET rooms.nameExists': 'isGETRoomsNameExists',
  'GET rooms.membersOrderedByRole': 'isRoomsMembersOrderedByRoleProps',
  'POST rooms.saveRoomSettings': 'isRoomsSaveRoomSettingsProps',
  'POST rooms.changeArchivationState': 'isRoomsChangeArchivationStateProps',
  'POST rooms.cleanHistory': 'isRoomsCleanHistoryProps',
  'POST rooms.export': 'isRoomsExportProps',
  'GET settings.public': 'isSettingsPublicWithPaginationProps',
  'GET users.info': 'isUsersInfoParamsGetProps',
  'GET users.list': 'isUsersListParamsGET',
  'GET users.listByStatus': 'isUsersListStatusProps',
  'POST users.create': 'isUserCreateParamsPOST',
  'POST users.update': 'isUsersUpdateParamsPOST',
  'POST users.setActiveStatus': 'isUserSetActiveStatusParamsPOST',
  'POST login': 'isLoginProps',
  'POST chat.postMessage': 'isChatPostMessageProps',
};

/// Requests that are not judged, each with the reason. A reason without a use is reported.
const exempt = [
  { route: 'GET info', why: 'outside /api/v1, takes no parameters' },
  { route: 'GET me', why: 'takes no parameters: the typings export no validator' },
  { route: 'GET users.getPersonalAccessTokens', why: 'the typings export no validator; asked without parameters',
    when: (r) => r.query.length === 0 },
  { route: 'GET permissions.listAll', why: 'the typings export no validator; asked without parameters' },
  { route: 'POST login', of: 7, why: 'isLoginProps of 7.13.9 describes a password login; {"resume"} goes to the generic login handlers (contract section 1)',
    when: (r) => Object.keys(r.body ?? {}).join() === 'resume' },
  { route: 'POST login', of: 8, why: 'as for 7.13.9', when: (r) => Object.keys(r.body ?? {}).join() === 'resume' },
  { route: 'POST groups.invite', of: 7, why: 'declared with userId alone until 8.0; the server takes the arrays from 3.13 and does not run this validator (contract sections 4 and 12)',
    when: (r) => Array.isArray(r.body?.userIds) || Array.isArray(r.body?.usernames) },
  { route: 'GET users.list', of: 7, why: 'isUsersListParamsGET came with 8.x' },
  { route: 'GET settings.public', of: 7, why: 'before 7.0 the filter is "query" (contract section 5), and 7.13.9 is the oldest release whose validators are published as they ran',
    when: (r) => r.version === '6.8' && r.query.some(([name]) => name === 'query') },
  { route: 'GET users.info', of: 7, why: 'up to 6.x the rooms of a person are asked with "fields" (contract section 3)',
    when: (r) => r.version === '6.8' && r.query.some(([name]) => name === 'fields') },
];

/// As the server reads a query: name[] is a list, one value stays a text.
function queryObject(pairs) {
  const object = {};
  for (const [name, value] of pairs) {
    if (name.endsWith('[]')) (object[name.slice(0, -2)] ??= []).push(value);
    else object[name] = value;
  }
  return object;
}

async function load(major) {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'liaison-validators-'));
  const outfile = join(folder, `rest-typings-${major}.mjs`);
  buildSync({ entryPoints: [`rest-typings-${major}`], absWorkingDir: here, bundle: true, platform: 'node', format: 'esm',
    outfile, logLevel: 'error' });
  const warn = console.warn;
  console.warn = () => {}; // AJV's strict mode on schemas that are not ours
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    console.warn = warn;
    rmSync(folder, { recursive: true });
  }
}

const typings = { 7: await load(7), 8: await load(8) };
const used = new Set();
const seen = new Map();
let refused = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const request = JSON.parse(line);
  const major = Number(request.version.split('.')[0]) >= 8 ? 8 : 7;
  const route = `${request.method} ${request.route}`;
  const exemption = exempt.find((e) => e.route === route && (e.of ?? major) === major && (!e.when || e.when(request)));
  if (exemption) {
    used.add(exemption);
    continue;
  }
  const validator = typings[major][validatorOf[route]];
  if (!validator) {
    console.log(`${request.version} ${route}: no validator known, and no exemption`);
    refused++;
    continue;
  }
  // Validators coerce what they are given: a copy.
  const params = request.method === 'GET' ? queryObject(request.query) : structuredClone(request.body ?? {});
  const shown = JSON.stringify(params);
  if (!validator(params)) {
    console.log(`${request.version} ${route} ${shown}: ${validator.errors.map((e) => `${e.instancePath} ${e.message}`).join('; ')}`);
    refused++;
  }
  seen.set(`${major} ${route}`, (seen.get(`${major} ${route}`) ?? 0) + 1);
}
if (process.argv.includes('--all-exemptions')) {
  for (const e of exempt.filter((e) => !used.has(e))) {
    console.log(`an exemption that nothing needs: ${e.of ?? ''} ${e.route}`);
    refused++;
  }
}
for (const [route, count] of [...seen].sort()) console.log(`ok ${route} x${count}`);
console.log(refused ? `${refused} refused` : 'all accepted');
process.exit(refused ? 1 : 0);
