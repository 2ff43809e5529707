import type { LaunchOptions } from './browser.ts';

type Prefs = Record<string, string | number | boolean>;

/** A Firefox that asks nobody anything on its own: no updates, telemetry, studies, lists, portals, predictions. */
const QUIET: Prefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutConfig.showWarning': false,
  'browser.contentblocking.report.lockwise.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.translations.enable': false,
  'browser.urlbar.merino.enabled': false,
  'browser.urlbar.quicksuggest.enabled': false,
  'browser.urlbar.suggest.searches': false,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.getAddons.discovery.api_url': '',
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': '',
  'media.gmp-provider.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.predictor.enabled': false,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.management.page.breach-alerts.enabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** What a test needs of an extension and of pages. */
const DRIVEN: Prefs = {
  // Port 0: any free one; Firefox writes it into the profile.
  'marionette.port': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'dom.disable_open_during_load': false,
  // Names are served over plain HTTP.
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
  // A temporary add-on keeps its storage and its address over a restart, as an installed one does.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Answers of `permissions.request` without a prompt: yes.
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.openPopupWithoutUserGesture.enabled': true,
  'extensions.autoDisableScopes': 0,
  'xpinstall.signatures.required': false,
  'remote.prefs.recommended': true,
};

/** Text of `user.js`. */
export function userJs(options: LaunchOptions): string {
  const prefs: Prefs = { ...QUIET, ...DRIVEN };
  prefs['intl.accept_languages'] = options.language ?? 'en-US';
  prefs['intl.locale.requested'] = options.language ?? 'en-US';
  prefs['layout.css.prefers-color-scheme.content-override'] = options.scheme === 'dark' ? 0 : 1;
  if (options.traffic) {
    prefs['network.proxy.type'] = 1;
    for (const scheme of ['http', 'ssl']) {
      prefs[`network.proxy.${scheme}`] = '127.0.0.1';
      prefs[`network.proxy.${scheme}_port`] = options.traffic.port;
    }
    prefs['network.proxy.no_proxies_on'] = '';
    prefs['network.proxy.allow_hijacking_localhost'] = true;
    prefs['network.proxy.failover_direct'] = false;
  } else if (options.loopback?.length) {
    prefs['network.dns.localDomains'] = options.loopback.join(',');
  }
  return Object.entries(prefs)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
