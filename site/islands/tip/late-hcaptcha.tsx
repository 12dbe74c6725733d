import HCaptcha from '@hcaptcha/react-hcaptcha'

/** hCaptcha's widget. Mounting it loads hCaptcha's script; its own error reports, which name the page, stay off. */
export function CaptchaWidget(props: {
  siteKey: string
  language: string
  onToken: (token: string) => void
  onError: () => void
}) {
  return (
    <HCaptcha
      id="lapor-hcaptcha"
      sitekey={props.siteKey}
      languageOverride={props.language}
      sentry={false}
      userJourneys={false}
      onVerify={props.onToken}
      onError={props.onError}
    />
  )
}
