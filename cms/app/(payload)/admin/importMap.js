import { KeepTyped as KeepTyped_1eed8a87714336119aeb38ba215a3275 } from '../../../components/KeepTyped.tsx'
import { FigureHeld as FigureHeld_1db104585fbb651c25c370801d9582fe } from '../../../components/FigureHeld.tsx'
import { FigureHeldCell as FigureHeldCell_1db104585fbb651c25c370801d9582fe } from '../../../components/FigureHeld.tsx'
import { LiveNote as LiveNote_abea3c65561ce67e05714d897faffe99 } from '../../../components/LiveNote.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AccountLink as AccountLink_7907802e4ec377771b31b056b2f0fe0c } from '../../../components/AccountLink.tsx'
import { AccountInboxes as AccountInboxes_a693c31f5a67f63d516b8afb357b08be } from '../../../components/AccountInboxes.tsx'
import { Invite as Invite_36f42020759772083b569a0ab9b52663 } from '../../../components/Invite.tsx'
import { DemoMark as DemoMark_e5e1d4626e493cceaaa55488b12a3028 } from '../../../components/DemoMark.tsx'
import { Icon as Icon_afd14c61f1f7f1b6398adc932a666c65 } from '../../../components/Logo.tsx'
import { Logo as Logo_afd14c61f1f7f1b6398adc932a666c65 } from '../../../components/Logo.tsx'
import { Dashboard as Dashboard_5cd1ac1b68ce9b6b9e7cc4ea78089f48 } from '../../../components/Dashboard.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "./components/KeepTyped.tsx#KeepTyped": KeepTyped_1eed8a87714336119aeb38ba215a3275,
  "./components/FigureHeld.tsx#FigureHeld": FigureHeld_1db104585fbb651c25c370801d9582fe,
  "./components/FigureHeld.tsx#FigureHeldCell": FigureHeldCell_1db104585fbb651c25c370801d9582fe,
  "./components/LiveNote.tsx#LiveNote": LiveNote_abea3c65561ce67e05714d897faffe99,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "./components/AccountLink.tsx#AccountLink": AccountLink_7907802e4ec377771b31b056b2f0fe0c,
  "./components/AccountInboxes.tsx#AccountInboxes": AccountInboxes_a693c31f5a67f63d516b8afb357b08be,
  "./components/Invite.tsx#Invite": Invite_36f42020759772083b569a0ab9b52663,
  "./components/DemoMark.tsx#DemoMark": DemoMark_e5e1d4626e493cceaaa55488b12a3028,
  "./components/Logo.tsx#Icon": Icon_afd14c61f1f7f1b6398adc932a666c65,
  "./components/Logo.tsx#Logo": Logo_afd14c61f1f7f1b6398adc932a666c65,
  "./components/Dashboard.tsx#Dashboard": Dashboard_5cd1ac1b68ce9b6b9e7cc4ea78089f48,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
