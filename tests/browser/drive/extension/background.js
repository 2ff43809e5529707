const api = globalThis.browser ?? globalThis.chrome;
const born = Date.now() + Math.random();
const added = [];
const commands = [];
api.commands.onCommand.addListener((name) => commands.push(name));
api.permissions.onAdded.addListener(({ origins }) => added.push(...origins));
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.ask === 'born') answer(born);
  else if (message.ask === 'added') answer(added);
  else if (message.ask === 'commands') answer(commands);
  else if (message.ask === 'fetch') {
    fetch(message.url, { method: 'POST', body: message.body }).then(
      (reply) => answer(reply.status),
      () => answer('failed'),
    );
  } else return false;
  return true;
});
