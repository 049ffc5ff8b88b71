/** The form of a mailed link's token: 256 bits, base64url. What has another form was cut on its way (domain §6). */
export const MAILED_TOKEN = /^[\w-]{43}$/u;
