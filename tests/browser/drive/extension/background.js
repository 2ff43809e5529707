const api = globalThis.browser ?? globalThis.chrome;
const born = Date.now();
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.ask === 'born') answer(born);
  else if (message.ask === 'fetch')
    fetch(message.url).then(
      (reply) => answer(reply.status),
      (error) => answer(String(error)),
    );
  else return false;
  return true;
});
